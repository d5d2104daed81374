/// What people do in a real browser, and what every page must pass there.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.browser;
