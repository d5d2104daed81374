package uk.goldenthread.assessments.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The list of assessments: an ICB's rounds, or a provider's own.
///
/// @param mayPrepare whether this person may prepare a round
/// @param frameworks the address of the library of frameworks, at the same instant
public record ListPage(
        boolean wholeIcb,
        boolean mayPrepare,
        String sentence,
        List<Column> columns,
        List<List<Cell>> rows,
        String empty,
        String frameworks) {}
