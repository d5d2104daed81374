package uk.goldenthread.evidence.intake;

/// Reads the frame of a picture: that it is whole, and that nothing stands behind it.
final class PictureCheck {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    private static final int LONGEST_SIDE = 20_000;
    private static final int TRAILING = 1024 * 1024;

    private PictureCheck() {}

    static boolean isPng(Content content) {
        return content.hasAt(0, PNG);
    }

    static boolean isJpeg(Content content) {
        return content.hasAt(0, JPEG);
    }

    static FileType check(Content content) {
        if (isPng(content)) {
            checkPng(content);
            return FileType.PNG;
        }
        if (content.find(JPEG_END, Math.max(0, content.size() - TRAILING), content.size()) < 0) {
            throw cutShort();
        }
        return FileType.JPEG;
    }

    private static void checkPng(Content content) {
        int at = PNG.length;
        while (at + 12 <= content.size()) {
            long length = number(content, at);
            if (content.hasAt(at + 4, Content.ascii("IHDR"))
                    && (number(content, at + 8) > LONGEST_SIDE || number(content, at + 12) > LONGEST_SIDE)) {
                throw new Refused(
                        "This picture is more than 20,000 pixels wide or high. Make it smaller and try again.");
            }
            if (content.hasAt(at + 4, Content.ascii("IEND"))) {
                if (at + 12 < content.size()) {
                    throw new Refused(Sentences.TWO_IN_ONE);
                }
                return;
            }
            if (length > content.size() - at - 12) {
                break;
            }
            at += (int) length + 12;
        }
        throw cutShort();
    }

    private static long number(Content content, int at) {
        if (at + 4 > content.size()) {
            throw cutShort();
        }
        return (long) content.at(at) << 24 | content.at(at + 1) << 16 | content.at(at + 2) << 8 | content.at(at + 3);
    }

    private static Refused cutShort() {
        return new Refused("This picture is cut short or damaged. Save it again and try again.");
    }
}
