package uk.goldenthread.shell.components;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How figures are written: 12,345 and 93.5%.
public final class Figures {
    private static final DecimalFormatSymbols BRITISH = DecimalFormatSymbols.getInstance(Locale.UK);

    private Figures() {}

    public static String whole(long figure) {
        return new DecimalFormat("#,##0", BRITISH).format(figure);
    }

    /// At most so many decimals, without trailing noughts.
    public static String decimal(double figure, int places) {
        return new DecimalFormat(places == 0 ? "#,##0" : "#,##0." + "#".repeat(places), BRITISH).format(figure);
    }

    /// A share already in per cent: 93.5 is "93.5%".
    public static String percent(double figure, int places) {
        return decimal(figure, places) + "%";
    }
}
