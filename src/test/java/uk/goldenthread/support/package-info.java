/// What tests stand on: one running application on a real PostgreSQL, a settable clock, and people to act.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.support;
