package uk.goldenthread.papers.web;

import uk.goldenthread.papers.document.PaperDocument;

/// A paper to be read.
///
/// @param show empty for the paper itself, `today` for today's figures, `public` for the public edition
/// @param works whether the reader works on papers, and so may see today's figures beside it
/// @param differences how many values of a frozen paper are different today
public record ReadPage(int id, PaperDocument document, String show, boolean works, boolean frozen, int differences) {}
