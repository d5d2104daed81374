package uk.goldenthread.thread.web;

import java.util.List;

/// The duties that every thread begins with.
public record DutiesPage(String framework, List<Section> sections) {
    public DutiesPage {
        sections = List.copyOf(sections);
    }

    public record Section(String name, List<Duty> duties) {
        public Section {
            duties = List.copyOf(duties);
        }
    }

    /// @param basis the law it rests on
    public record Duty(String code, String words, String basis, String href) {}
}
