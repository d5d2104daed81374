/// The report of a round for the committee, as page, PDF and Word from one document.
@NullMarked
package uk.goldenthread.assessments.report;

import org.jspecify.annotations.NullMarked;
