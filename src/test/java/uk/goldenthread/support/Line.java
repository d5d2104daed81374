package uk.goldenthread.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a browser and the service, which can be cut. A browser that is told to act as if it were offline
/// forgets that while its tab closes, and sends what the test wants unsent.
public final class Line implements AutoCloseable {
    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final int port;
    private final ServerSocket entry;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private boolean cut;

    private Line(int port) throws IOException {
        this.port = port;
        this.entry = new ServerSocket(0, 50, here);
    }

    /// A whole line to the service.
    public static Line to(Given given) {
        try {
            var line = new Line(URI.create(given.address("/")).getPort());
            Thread.ofVirtual().start(line::take);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An address of the service, at this end of the line.
    public String address(String path) {
        return "http://localhost:" + entry.getLocalPort() + path;
    }

    /// From now on nothing gets through; what is on its way is lost.
    public synchronized void cut() {
        cut = true;
        ends.forEach(Line::shut);
    }

    /// The line is whole again.
    public synchronized void mend() {
        cut = false;
    }

    private void take() {
        while (!entry.isClosed()) {
            try {
                var near = entry.accept();
                join(near, new Socket(here, port));
            } catch (IOException e) {
                ends.forEach(Line::shut); // the line was closed, or the service has gone
            }
        }
    }

    private synchronized void join(Socket near, Socket far) {
        if (cut) {
            shut(near);
            shut(far);
            return;
        }
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            shut(to); // one end hung up, so the other is told
        } finally {
            ends.remove(from);
        }
    }

    private static void shut(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
