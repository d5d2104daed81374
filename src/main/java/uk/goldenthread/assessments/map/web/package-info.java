/// The pages of a round's heat map, its variances and its report.
@NullMarked
package uk.goldenthread.assessments.map.web;

import org.jspecify.annotations.NullMarked;
