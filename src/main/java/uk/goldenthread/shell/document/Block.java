package uk.goldenthread.shell.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Chart;

/// One thing that stands in a paper. Page, PDF and Word each draw the same blocks.
public sealed interface Block {

    /// Words, and where they lead.
    ///
    /// @param href an address within this service; null for plain words
    record Run(String text, @Nullable String href) {
        public static Run plain(String text) {
            return new Run(text, null);
        }
    }

    /// @param level 2 or 3; the title alone is 1
    /// @param newPage whether it starts a page on paper
    record Heading(int level, String text, boolean newPage) implements Block {

        /// Where a link of the page finds it: "part-returns-received".
        public String anchor() {
            return "part-" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public static Paragraph of(String text) {
            return new Paragraph(List.of(Run.plain(text)));
        }
    }

    record Bullets(List<List<Run>> items) implements Block {
        public Bullets {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// Names and what they say: the cover sheet.
    record Facts(String caption, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// @param lines what it says, a paragraph each
    record Fact(String name, List<String> lines) {
        public Fact {
            lines = List.copyOf(lines);
        }
    }

    /// @param rows each begins with what names it
    record Table(String caption, List<Column> columns, List<List<Run>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Column(String label, boolean numeric) {}

    record Picture(Chart chart) implements Block {}
}
