package uk.goldenthread.shell.components;

import gg.jte.Content;

/// One tab and its panel. Without JavaScript the tabs are a list of links and all panels are shown.
public record Tab(String label, String id, Content panel) {}
