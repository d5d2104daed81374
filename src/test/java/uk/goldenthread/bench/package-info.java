/// The benchmark's own smoke test.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.bench;
