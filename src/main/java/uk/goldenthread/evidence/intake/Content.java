package uk.goldenthread.evidence.intake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file on disk, to be looked into anywhere without holding them in memory.
final class Content implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes;

    Content(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    int size() {
        return Math.toIntExact(bytes.byteSize());
    }

    int at(int offset) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    boolean hasAt(int offset, byte[] wanted) {
        if (offset < 0 || offset + wanted.length > size()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, offset + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where these bytes first stand from an offset on and before another; -1 where they do not.
    int find(byte[] wanted, int from, int before) {
        int last = Math.min(before, size()) - wanted.length;
        for (int offset = Math.max(0, from); offset <= last; offset++) {
            if (hasAt(offset, wanted)) {
                return offset;
            }
        }
        return -1;
    }

    /// How often these bytes stand in the file.
    int count(byte[] wanted) {
        int count = 0;
        for (int at = find(wanted, 0, size()); at >= 0; at = find(wanted, at + 1, size())) {
            count++;
        }
        return count;
    }

    /// The first bytes, read one by one as characters.
    String start(int length) {
        return StandardCharsets.ISO_8859_1
                .decode(slice(0, Math.min(length, size())))
                .toString();
    }

    byte[] head(int length) {
        var head = new byte[Math.min(length, size())];
        slice(0, head.length).get(head);
        return head;
    }

    ByteBuffer slice(int from, int length) {
        return bytes.asSlice(from, length).asByteBuffer();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        arena.close();
    }
}
