/// Pages and interface of measures, asked over HTTP.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.figures.web;
