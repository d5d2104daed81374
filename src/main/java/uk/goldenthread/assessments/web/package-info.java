/// The pages and the interface of self-assessment.
@NullMarked
package uk.goldenthread.assessments.web;

import org.jspecify.annotations.NullMarked;
