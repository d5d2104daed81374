package uk.goldenthread.shell.charts;

import gg.jte.Content;

/// Our own drawings for variation and assurance, each with its word. The letter and the picture carry the meaning; the
/// colour
/// only helps the eye.
public final class Icons {
    private static final double SIZE = 44;

    private Icons() {}

    /// How a measure moves. The names are those of the command line's `--icons` output.
    public enum Variation {
        COMMON_CAUSE(Signal.COMMON_CAUSE, "", "Usual variation", "No significant change"),
        IMPROVEMENT_HIGH(Signal.IMPROVEMENT, "H", "Improving, higher", "Getting better: higher than usual"),
        IMPROVEMENT_LOW(Signal.IMPROVEMENT, "L", "Improving, lower", "Getting better: lower than usual"),
        CONCERN_HIGH(Signal.CONCERN, "H", "Concern, higher", "Getting worse: higher than usual"),
        CONCERN_LOW(Signal.CONCERN, "L", "Concern, lower", "Getting worse: lower than usual"),
        NEUTRAL_HIGH(Signal.NEUTRAL, "H", "Change, higher", "Changed: higher than usual, neither better nor worse"),
        NEUTRAL_LOW(Signal.NEUTRAL, "L", "Change, lower", "Changed: lower than usual, neither better nor worse");

        private final Signal signal;
        private final String letter;
        private final String word;
        private final String sentence;

        Variation(Signal signal, String letter, String word, String sentence) {
            this.signal = signal;
            this.letter = letter;
            this.word = word;
            this.sentence = sentence;
        }

        public Signal signal() {
            return signal;
        }

        /// The short word beside the icon.
        public String word() {
            return word;
        }

        public String sentence() {
            return sentence;
        }

        public String letter() {
            return letter;
        }
    }

    /// Whether the process as it runs will meet its target.
    public enum Assurance {
        PASS("P", "#0072ce", "Will meet target", "Consistently meets the target"),
        FAIL("F", "#c55a11", "Will miss target", "Consistently misses the target"),
        HIT_AND_MISS("?", "#768692", "May meet or miss", "Meets and misses the target by chance");

        private final String letter;
        private final String colour;
        private final String word;
        private final String sentence;

        Assurance(String letter, String colour, String word, String sentence) {
            this.letter = letter;
            this.colour = colour;
            this.word = word;
            this.sentence = sentence;
        }

        /// The short word beside the icon.
        public String word() {
            return word;
        }

        public String sentence() {
            return sentence;
        }

        public String letter() {
            return letter;
        }
    }

    /// The icon of a variation.
    public static Content of(Variation variation) {
        var svg = ring(variation.sentence, variation.signal.colour());
        var rises = variation.letter.equals("H");
        if (variation.letter.isEmpty()) {
            dots(svg, variation.signal.colour(), 24, 20, 25, 19, 23);
            svg.line(9, 22, 35, 22, "stroke=\"#aeb7bd\" stroke-width=\"1\"");
        } else {
            letter(svg, variation.letter, variation.signal.colour(), rises ? 21 : 35);
            if (rises) {
                dots(svg, variation.signal.colour(), 32, 31, 28, 22, 15);
            } else {
                dots(svg, variation.signal.colour(), 13, 14, 17, 23, 30);
            }
        }
        return content(svg);
    }

    /// The icon of an assurance.
    public static Content of(Assurance assurance) {
        var svg = ring(assurance.sentence, assurance.colour);
        letter(svg, assurance.letter, assurance.colour, 23);
        svg.line(8, 29, 36, 29, "stroke=\"" + SpcChart.TARGET + "\" stroke-width=\"2\" stroke-dasharray=\"4 2\"");
        var dots =
                switch (assurance) {
                    case PASS -> new double[] {26, 25, 26};
                    case FAIL -> new double[] {35, 34, 35};
                    case HIT_AND_MISS -> new double[] {26, 34, 26};
                };
        for (int index = 0; index < dots.length; index++) {
            svg.circle(14 + index * 8, dots[index], 2, "fill=\"" + assurance.colour + "\"");
        }
        return content(svg);
    }

    private static Svg ring(String sentence, String colour) {
        var svg = Svg.open(SIZE, SIZE, sentence, "");
        svg.circle(22, 22, 20, "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"3\"");
        return svg;
    }

    private static void letter(Svg svg, String letter, String colour, double baseline) {
        var x = letter.equals("H") ? 16 : letter.equals("L") ? 16 : 22;
        svg.text(
                x,
                baseline,
                letter,
                "text-anchor=\"middle\" font-size=\"15\" font-weight=\"bold\" fill=\"" + colour + "\"");
    }

    private static void dots(Svg svg, String colour, double... heights) {
        var d = new StringBuilder();
        for (int index = 0; index < heights.length; index++) {
            d.append(index == 0 ? "M" : "L").append(Svg.number(10 + index * 6)).append(' ');
            d.append(Svg.number(heights[index]));
        }
        svg.path(d.toString(), "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.5\"");
        for (int index = 0; index < heights.length; index++) {
            svg.circle(10 + index * 6, heights[index], 2, "fill=\"" + colour + "\"");
        }
    }

    private static Content content(Svg svg) {
        var drawn = svg.finish();
        return output -> output.writeContent(drawn);
    }
}
