/// The demonstration, held to what it promises to show.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.demonstration;
