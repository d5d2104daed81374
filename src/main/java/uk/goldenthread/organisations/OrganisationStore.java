package uk.goldenthread.organisations;

import java.time.LocalDate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL that changes the directory.
@Repository
class OrganisationStore {
    private static final String ADD = """
            insert into organisation (code, name, kind, address, postcode, telephone, opened, closed)
            values (:code, :name, :kind, :address, :postcode, :telephone, :opened, :closed)
            on conflict (code) do nothing
            """;
    private static final String CHANGE = """
            update organisation
            set name = :name, kind = :kind, address = :address, postcode = :postcode, telephone = :telephone,
                opened = :opened, closed = :closed, version = version + 1
            where code = :code and version = :version
            """;
    private static final String JOIN = """
            insert into icb_member (icb, organisation, valid_from)
            select :icb, o.id, :from from organisation o where o.code = :code
            on conflict (icb, organisation) where valid_to is null do nothing
            """;
    private static final String CLOSE = """
            update organisation
            set closed = greatest(:last, opened), version = version + 1
            where id = :id and (closed is null or closed > :last)
            """;
    private static final String LEAVE = """
            update icb_member
            set valid_to = greatest(:on, valid_from + 1), version = version + 1
            where organisation = :id and valid_to is null
            """;
    private static final String INHERIT = """
            insert into icb_member (icb, organisation, lead, valid_from)
            select m.icb, :into, m.lead, :on
            from icb_member m
            where m.organisation = :id and m.valid_to is null and m.icb <> :into
            on conflict (icb, organisation) where valid_to is null do nothing
            """;
    private static final String LINK = """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            values (:from, :to, :type, :on)
            on conflict (from_organisation, to_organisation, type) where valid_to is null do nothing
            """;
    private static final String APPOINT = """
            insert into post_holder (icb, organisation, role, person, email, telephone, wte, appointment, valid_from)
            values (:icb, :organisation, :role, :person, :email, :telephone, :wte, :appointment, :from)
            """;
    private static final String END = """
            update post_holder
            set valid_to = :on, version = version + 1
            where id = :id and icb = :icb and organisation = :organisation and version = :version
            """;

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when the code is taken
    boolean add(Organisations.Details details) {
        return details(ADD, details).update() == 1;
    }

    void change(Organisations.Details details, int version) {
        guarded(details(CHANGE, details).param("version", version).update(), details.code());
    }

    private JdbcClient.StatementSpec details(String sql, Organisations.Details details) {
        return jdbc.sql(sql)
                .param("code", details.code())
                .param("name", details.name())
                .param("kind", details.kind())
                .param("address", DirectoryStore.orNull(details.address()), java.sql.Types.VARCHAR)
                .param("postcode", DirectoryStore.orNull(details.postcode()), java.sql.Types.VARCHAR)
                .param("telephone", DirectoryStore.orNull(details.telephone()), java.sql.Types.VARCHAR)
                .param("opened", details.opened(), java.sql.Types.DATE)
                .param("closed", details.closed(), java.sql.Types.DATE);
    }

    void join(int icb, String code, LocalDate from) {
        jdbc.sql(JOIN).param("icb", icb).param("code", code).param("from", from).update();
    }

    /// Ends one organisation the day before, hands its memberships on, and links the two.
    void succeed(int id, int into, String type, LocalDate on) {
        jdbc.sql(INHERIT).param("id", id).param("into", into).param("on", on).update();
        jdbc.sql(LEAVE).param("id", id).param("on", on).update();
        jdbc.sql(CLOSE).param("id", id).param("last", on.minusDays(1)).update();
        link(id, into, type, on);
    }

    void link(int from, int to, String type, LocalDate on) {
        jdbc.sql(LINK)
                .param("from", from)
                .param("to", to)
                .param("type", type)
                .param("on", on)
                .update();
    }

    void appoint(int icb, int organisation, Posts.NewHolder holder) {
        jdbc.sql(APPOINT)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("role", holder.role())
                .param("person", holder.person())
                .param("email", DirectoryStore.orNull(holder.email()), java.sql.Types.VARCHAR)
                .param("telephone", DirectoryStore.orNull(holder.telephone()), java.sql.Types.VARCHAR)
                .param("wte", holder.wte(), java.sql.Types.NUMERIC)
                .param("appointment", holder.type().name())
                .param("from", holder.from())
                .update();
    }

    void end(int icb, int organisation, Entry.Holder holder, LocalDate on) {
        guarded(
                jdbc.sql(END)
                        .param("id", holder.id())
                        .param("icb", icb)
                        .param("organisation", organisation)
                        .param("version", holder.version())
                        .param("on", on)
                        .update(),
                "post " + holder.id());
    }

    private static void guarded(int updated, String what) {
        if (updated == 0) {
            throw new OptimisticLockingFailureException(what + " changed since it was read");
        }
    }
}
