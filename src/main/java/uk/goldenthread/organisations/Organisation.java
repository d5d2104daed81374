package uk.goldenthread.organisations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An organisation as the directory knows it.
///
/// @param code its register (ODS) code, which addresses use
/// @param kind a code of `catalogue/organisation-kinds.yaml`
/// @param fictional invented for a demonstration or a test
public record Organisation(
        int id,
        String code,
        String name,
        String kind,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        boolean fictional) {}
