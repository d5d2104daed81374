package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One mapping of a catalogue file. Each getter notes a problem and answers a harmless stand-in when the value is
/// missing or of the wrong
/// type; the stand-in never leaves the loader, because [YamlFile#read] throws when anything was noted.
public final class YamlEntry {

    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    private final YamlFile file;
    private final String label;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    YamlEntry(YamlFile file, MappingNode node, String label) {
        this.file = file;
        this.label = label;
        this.line = YamlFile.lineOf(node);
        for (var tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var keyLine = YamlFile.lineOf(tuple.getKeyNode());
            if (values.putIfAbsent(key, tuple.getValueNode()) == null) {
                lines.put(key, keyLine);
            } else {
                file.note(keyLine, "key \"%s\" given twice%s".formatted(key, where()));
            }
        }
    }

    /// The line this entry starts on, from 1.
    public int line() {
        return line;
    }

    /// The keys present, in file order, for mappings whose keys are themselves codes.
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /// Whether the key is given with a value.
    public boolean has(String key) {
        asked.add(key);
        var node = values.get(key);
        return node != null && !YamlScalars.isNull(node);
    }

    /// A string; numbers and truth values must be quoted to count as text.
    public String text(String key) {
        return required(key, "text", YamlScalars::text, "");
    }

    /// A string that may be absent.
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /// A whole number of `int` range.
    public int integer(String key) {
        return required(key, "a whole number", YamlScalars::whole, 0);
    }

    /// A decimal number, with the digits as written.
    public BigDecimal decimal(String key) {
        return required(key, "a number", YamlScalars::number, BigDecimal.ZERO);
    }

    /// A decimal number that may be absent.
    public Optional<BigDecimal> optionalDecimal(String key) {
        return has(key) ? Optional.of(decimal(key)) : Optional.empty();
    }

    /// `true` or `false`.
    public boolean flag(String key) {
        return required(key, "true or false", YamlScalars::flag, false);
    }

    /// An ISO date such as `2026-04-01`.
    public LocalDate date(String key) {
        return required(key, "a date such as 2026-04-01", scalar -> LocalDate.parse(scalar.getValue()), NO_DATE);
    }

    /// The days in force, from the keys `validFrom` and, when there is an end, `validTo`.
    public InForce inForce() {
        var from = date("validFrom");
        var to = has("validTo") ? date("validTo") : null;
        if (to != null && !to.isAfter(from)) {
            problem("validTo", "validTo %s is not after validFrom %s%s".formatted(to, from, where()));
            return new InForce(from, null);
        }
        return new InForce(from, to);
    }

    /// One of an enum's names.
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        var constants = type.getEnumConstants();
        var names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return required(
                key,
                "one of " + names,
                scalar -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(scalar.getValue()))
                        .findFirst()
                        .orElse(null),
                constants[0]);
    }

    /// A list of strings; absent counts as empty.
    public List<String> texts(String key) {
        return sequence(key).stream()
                .map(node -> text(key, node))
                .flatMap(Optional::stream)
                .toList();
    }

    /// A list of codes, each of which must be one of `known`; `what` names them in the message ("requirement"). Absent
    /// counts as empty.
    public List<String> codes(String key, Collection<String> known, String what) {
        var codes = new ArrayList<String>();
        for (var node : sequence(key)) {
            text(key, node).ifPresent(code -> {
                if (!known.contains(code)) {
                    file.note(YamlFile.lineOf(node), "no %s \"%s\"%s".formatted(what, code, where()));
                } else if (codes.contains(code)) {
                    file.note(YamlFile.lineOf(node), "%s \"%s\" listed twice%s".formatted(what, code, where()));
                } else {
                    codes.add(code);
                }
            });
        }
        return List.copyOf(codes);
    }

    /// A mapping inside this one; empty, with the problem noted, when missing.
    public Optional<YamlEntry> nested(String key) {
        if (!has(key)) {
            missing(key);
            return Optional.empty();
        }
        return mapping(key, values.get(key), key);
    }

    /// A list of mappings, each read by `reader`, each known by its `code`. Absent counts as missing. The same code
    /// twice is a duplicate
    /// unless both carry dates in force that do not overlap, which is how a rule changes over time.
    public <T> List<T> list(String key, Function<YamlEntry, T> reader) {
        if (!has(key)) {
            missing(key);
        }
        var results = new ArrayList<T>();
        var entries = new ArrayList<YamlEntry>();
        for (var node : sequence(key)) {
            mapping(key, node, key + "[" + entries.size() + "]").ifPresent(entry -> {
                var before = file.problemCount();
                entry.noteDuplicateOf(entries);
                entries.add(entry);
                try {
                    results.add(reader.apply(entry));
                } catch (IllegalArgumentException e) {
                    file.noteUnlessExplained(entry, before, e);
                }
            });
        }
        return List.copyOf(results);
    }

    /// Notes a problem of this entry's own making at the key's line.
    public void problem(String key, String message) {
        file.note(lines.getOrDefault(key, line), message);
    }

    void noteUnknownKeys() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> problem(key, "unknown key \"%s\"%s".formatted(key, where())));
    }

    private void noteDuplicateOf(List<YamlEntry> earlier) {
        var code = peek("code");
        earlier.stream()
                .filter(other -> code != null && code.equals(other.peek("code")))
                .filter(other -> datesClash(other))
                .findFirst()
                .ifPresent(other ->
                        problem("code", "duplicate code \"%s\", first on line %d".formatted(code, other.line)));
    }

    private boolean datesClash(YamlEntry other) {
        var mine = peekDates();
        var theirs = other.peekDates();
        return mine == null || theirs == null || mine.overlaps(theirs);
    }

    private @Nullable InForce peekDates() {
        try {
            var from = peek("validFrom");
            var to = peek("validTo");
            return from == null ? null : new InForce(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null; // the reader notes the bad date at its own line
        }
    }

    private @Nullable String peek(String key) {
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private <T> T required(String key, String wanted, Function<ScalarNode, @Nullable T> parse, T standIn) {
        if (!has(key)) {
            missing(key);
            return standIn;
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            try {
                var value = parse.apply(scalar);
                if (value != null) {
                    return value;
                }
            } catch (DateTimeParseException | ArithmeticException e) {
                // falls through: the note below says what was wanted and what was given
            }
            problem(key, "\"%s\" should be %s but is \"%s\"%s".formatted(key, wanted, scalar.getValue(), where()));
        } else {
            problem(key, "\"%s\" should be %s but is a list or mapping%s".formatted(key, wanted, where()));
        }
        return standIn;
    }

    private Optional<String> text(String key, Node node) {
        var text = node instanceof ScalarNode scalar ? YamlScalars.text(scalar) : null;
        if (text == null) {
            file.note(YamlFile.lineOf(node), "\"%s\" should hold only text%s".formatted(key, where()));
        }
        return Optional.ofNullable(text);
    }

    private List<Node> sequence(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "\"%s\" should be a list%s".formatted(key, where()));
        return List.of();
    }

    private Optional<YamlEntry> mapping(String key, @Nullable Node node, String name) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(file.entry(mapping, name));
        }
        problem(key, "\"%s\" should be a mapping of keys to values%s".formatted(name, where()));
        return Optional.empty();
    }

    private void missing(String key) {
        problem(key, "missing key \"%s\"%s".formatted(key, where()));
    }

    private String where() {
        var code = peek("code");
        var name = code == null ? label : code;
        return name.isEmpty() ? "" : " in " + name;
    }
}
