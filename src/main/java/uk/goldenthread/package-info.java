/// Golden Thread: safeguarding assurance for Integrated Care Boards. One package per module; see
/// `docs/architecture.md`.
@NullMarked
package uk.goldenthread;

import org.jspecify.annotations.NullMarked;
