package uk.goldenthread.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.organisations.model.Appointment;
import uk.goldenthread.organisations.model.PostReading;

/// All that the directory knows of one organisation.
///
/// @param names the names it has had in this record, oldest first
/// @param posts how each mandatory post stands; only for an organisation of the acting ICB
public record Entry(
        Organisation organisation,
        Contact contact,
        int version,
        List<Name> names,
        List<Membership> memberships,
        List<Relation> relations,
        List<Holder> holders,
        List<PostReading> posts) {
    public Entry {
        names = List.copyOf(names);
        memberships = List.copyOf(memberships);
        relations = List.copyOf(relations);
        holders = List.copyOf(holders);
        posts = List.copyOf(posts);
    }

    public record Contact(
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String telephone,
            String registerStatus,
            String source) {}

    /// A name, and since when this record has had it.
    public record Name(String name, Instant since) {}

    /// @param to the first day on which it no longer belongs to the ICB
    public record Membership(
            int icb,
            String icbCode,
            String icbName,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// A link as seen from this organisation.
    ///
    /// @param words "was succeeded by", "is part of"
    public record Relation(
            String words,
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// Someone in a post.
    public record Holder(
            int id,
            Appointment appointment,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String wte,
            int version) {}
}
