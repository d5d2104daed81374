/// Pages and the interface for papers.
@NullMarked
package uk.goldenthread.papers.web;

import org.jspecify.annotations.NullMarked;
