/// The pages of the directory.
@NullMarked
package uk.goldenthread.organisations.web;

import org.jspecify.annotations.NullMarked;
