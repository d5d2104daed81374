/// What people are told, mail, and daily work.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.notify;
