package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.papers.store.PointStore.Point;

/// All points of a paper, those taken out included.
///
/// @param locked why they cannot be changed; empty where they can
public record PointsPage(int id, String paper, List<Point> points, String locked) {}
