/// Pages of evidence.
@NullMarked
package uk.goldenthread.evidence.web;

import org.jspecify.annotations.NullMarked;
