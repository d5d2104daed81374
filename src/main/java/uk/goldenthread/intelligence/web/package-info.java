/// Pages of soft intelligence and of what the regulator published.
@NullMarked
package uk.goldenthread.intelligence.web;

import org.jspecify.annotations.NullMarked;
