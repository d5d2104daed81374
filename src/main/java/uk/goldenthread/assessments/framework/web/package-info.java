/// The pages of the library of frameworks.
@NullMarked
package uk.goldenthread.assessments.framework.web;

import org.jspecify.annotations.NullMarked;
