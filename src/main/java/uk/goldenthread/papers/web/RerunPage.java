package uk.goldenthread.papers.web;

import java.util.List;

/// A frozen paper run again as at its instant, and compared with today.
public record RerunPage(int id, String title, String moment, boolean same, List<Line> differences, List<Line> today) {
    /// One value that differs.
    public record Line(String where, String before, String now) {}
}
