/// The pages of the overview and what their templates show.
@NullMarked
package uk.goldenthread.overview.web;

import org.jspecify.annotations.NullMarked;
