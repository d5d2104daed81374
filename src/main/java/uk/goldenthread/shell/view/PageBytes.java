package uk.goldenthread.shell.view;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page as it is rendered: its bytes one after another, so that it is sent in one write. A page is thousands of small
/// pieces, and each write goes through the stream of every filter.
final class PageBytes implements TemplateOutput {
    private byte[] bytes;
    private int length;

    /// @param expected how many bytes it will most likely have
    PageBytes(int expected) {
        bytes = new byte[expected];
    }

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public void writeContent(String text) {
        writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String text, int from, int to) {
        writeContent(text.substring(from, to));
    }

    @Override
    public void writeBinaryContent(byte[] piece) {
        if (piece.length > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + piece.length, Math.multiplyExact(bytes.length, 2)));
        }
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }
}
