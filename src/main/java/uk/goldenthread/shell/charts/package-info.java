/// Charts as SVG, for pages and papers alike: each with its finding in words, a text alternative and its table. Pure
/// drawing over
/// small records: nothing is worked out here but where to draw, save the funnel's limits. See
/// `docs/adr/charts-drawn-by-hand.md`.
@NamedInterface("charts")
@NullMarked
package uk.goldenthread.shell.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
