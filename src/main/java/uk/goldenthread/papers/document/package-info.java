/// What a paper is composed of, drawn by `shell.document`.
@NullMarked
package uk.goldenthread.papers.document;

import org.jspecify.annotations.NullMarked;
