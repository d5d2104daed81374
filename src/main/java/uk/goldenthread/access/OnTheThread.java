package uk.goldenthread.access;

/// Knows which pages are about one thing of the golden thread, so that every such page leads to it.
public interface OnTheThread {
    /// Whether the page with this address is about one thing.
    ///
    /// @param path without a query
    boolean isAThing(String path);
}
