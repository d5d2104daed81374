/// What the pages of the overview show.
@NullMarked
package uk.goldenthread.overview.web;

import org.jspecify.annotations.NullMarked;
