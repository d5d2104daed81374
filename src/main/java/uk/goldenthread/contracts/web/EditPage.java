package uk.goldenthread.contracts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Entering a contract, or changing what was agreed.
///
/// @param id null for a new one
/// @param providers those it can be with; empty when that cannot change
public record EditPage(
        @Nullable Long id,
        String title,
        List<Option> providers,
        List<Option> forms,
        List<Option> clauses,
        List<Option> frequencies,
        ContractForm form,
        FieldErrors errors) {}
