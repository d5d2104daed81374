/// Pages and interface of measures and figures.
@NullMarked
package uk.goldenthread.figures.web;

import org.jspecify.annotations.NullMarked;
