package uk.goldenthread.figures;

/// Where a value came from, as `return/12/line/345` or `import/7`: its page, its subject in the ledger,
/// its words.
public final class Sources {
    private Sources() {}

    /// What the ledger calls it: the return or the import, without the line.
    public static String subject(String source) {
        var parts = source.split("/", 3);
        return parts.length < 2 ? source : parts[0] + "/" + parts[1];
    }

    /// Its page in this service.
    public static String href(String source) {
        var parts = source.split("/", 3);
        if (parts.length < 2) {
            return "/measures";
        }
        return switch (parts[0]) {
            case "return" -> "/returns/" + parts[1];
            case "import" -> "/imports/" + parts[1];
            default -> "/measures";
        };
    }

    /// In words: "return 12", "import 7".
    public static String words(String source) {
        return subject(source).replace('/', ' ');
    }
}
