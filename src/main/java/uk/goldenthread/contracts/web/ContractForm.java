package uk.goldenthread.contracts.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import uk.goldenthread.contracts.model.Contract.Terms;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;

/// What a person typed about a contract.
public record ContractForm(
        String provider,
        String reference,
        String title,
        String form,
        String lead,
        String associates,
        DateParts startOn,
        DateParts endOn,
        String value,
        List<String> clauses,
        String live,
        String clause,
        String what,
        String frequency,
        String exemption,
        int version) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ASSOCIATES = 1000;

    static ContractForm typed(MultiValueMap<String, String> sent) {
        var fields = sent.toSingleValueMap();
        var version = fields.getOrDefault("version", "");
        return new ContractForm(
                text(fields, "provider"),
                text(fields, "reference"),
                text(fields, "title"),
                text(fields, "form"),
                text(fields, "lead"),
                text(fields, "associates"),
                DateParts.typed(fields, "startOn"),
                DateParts.typed(fields, "endOn"),
                text(fields, "value"),
                List.copyOf(sent.getOrDefault("clauses", List.of())),
                text(fields, "live"),
                text(fields, "clause"),
                text(fields, "what"),
                text(fields, "frequency"),
                text(fields, "exemption"),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
    }

    /// A blank form; the acting ICB leads.
    static ContractForm blank(String lead) {
        return new ContractForm(
                "",
                "",
                "",
                "",
                lead,
                "",
                DateParts.BLANK,
                DateParts.BLANK,
                "",
                List.of("SC32"),
                "no",
                "SCHEDULE_6A",
                "",
                "QUARTERLY",
                "",
                0);
    }

    /// A contract as it stands.
    static ContractForm of(Terms terms, int version) {
        return new ContractForm(
                "",
                terms.reference(),
                terms.title(),
                terms.form().name(),
                terms.leadCommissioner(),
                terms.associates(),
                DateParts.of(terms.startOn()),
                DateParts.of(terms.endOn()),
                terms.monthlyValue() == null ? "" : terms.monthlyValue().toPlainString(),
                terms.clauses(),
                "no",
                "",
                "",
                "",
                "",
                version);
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").replace("\0", "").strip();
    }

    /// What was agreed; null, with every error, when something is missing or cannot be.
    @Nullable
    Terms terms(Clauses known, List<FieldError> wrong) {
        int before = wrong.size();
        require(reference, 60, "reference", "Enter the contract’s reference, in at most 60 characters", wrong);
        require(title, LONGEST_TITLE, "title", "Enter what it is for, in at most 200 characters", wrong);
        require(lead, LONGEST_TITLE, "lead", "Enter who commissions it, in at most 200 characters", wrong);
        if (associates.length() > LONGEST_ASSOCIATES) {
            wrong.add(new FieldError("associates", "Shorten the associates to 1,000 characters"));
        }
        var theForm = Arrays.stream(Form.values())
                .filter(each -> each.name().equals(form))
                .findFirst();
        if (theForm.isEmpty()) {
            wrong.add(new FieldError("form", "Choose the form of the contract"));
        }
        var start = date(startOn, "startOn", "the first day", wrong);
        var end = date(endOn, "endOn", "the last day", wrong);
        if (start != null && end != null && !end.isAfter(start)) {
            wrong.add(new FieldError("endOn", "The last day must be after the first"));
        }
        var monthly = monthly(wrong);
        if (wrong.size() > before || start == null || end == null) {
            return null;
        }
        var kept = clauses.stream().filter(known::has).toList();
        return new Terms(reference, title, theForm.orElseThrow(), lead, associates, start, end, monthly, kept);
    }

    private static void require(String text, int most, String field, String message, List<FieldError> wrong) {
        if (text.isEmpty() || text.length() > most) {
            wrong.add(new FieldError(field, message));
        }
    }

    static @Nullable LocalDate date(DateParts parts, String field, String what, List<FieldError> wrong) {
        var date = parts.date();
        if (date.isEmpty()) {
            wrong.add(new FieldError(field, "Enter " + what + " as a real date, as 31 3 2027"));
        }
        return date.orElse(null);
    }

    private @Nullable BigDecimal monthly(List<FieldError> wrong) {
        if (value.isEmpty()) {
            return null;
        }
        var plain = value.replace(",", "").replace("£", "");
        if (!plain.matches("\\d{1,10}(\\.\\d{1,2})?")) {
            wrong.add(new FieldError("value", "Enter the monthly value in pounds, as 125000 or 125000.50"));
            return null;
        }
        return new BigDecimal(plain);
    }
}
