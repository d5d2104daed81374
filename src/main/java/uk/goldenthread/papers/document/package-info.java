/// A paper as one document, drawn as page, PDF and Word from the same blocks.
@NullMarked
package uk.goldenthread.papers.document;

import org.jspecify.annotations.NullMarked;
