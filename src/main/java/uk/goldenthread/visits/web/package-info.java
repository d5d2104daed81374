/// The pages of visits and audits.
@NullMarked
package uk.goldenthread.visits.web;

import org.jspecify.annotations.NullMarked;
