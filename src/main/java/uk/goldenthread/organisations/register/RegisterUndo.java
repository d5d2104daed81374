package uk.goldenthread.organisations.register;

import java.util.List;

/// SQL that takes a register import back. What the import added goes (history keeps it); what it ended goes on.
final class RegisterUndo {
    /// For each organisation that goes, the database asks every table that could rest on one. A plan made for any
    /// organisation reads through a table that has many rows of a few; an index says at once that there are none.
    static final String ASK_FOR_EACH = "set local plan_cache_mode = auto";
    /// For organisations that the import added, by code. Fails on a foreign key where anything else rests on one.
    static final List<String> REMOVE =
            List.of("""
            with gone as (select id from organisation where code = any(:codes) and cast(:icb as int) is not null),
            link as (
                select l.id from gone join organisation_link l on l.from_organisation = gone.id
                union
                select l.id from gone join organisation_link l on l.to_organisation = gone.id)
            delete from organisation_link l
            using link
            where l.id = link.id and l.type in ('COMMISSIONED_BY', 'SUCCEEDED_BY')
            """, """
            delete from icb_member m
            using organisation o
            where o.code = any(:codes) and m.organisation = o.id and m.icb = :icb
            """, "delete from organisation where code = any(:codes) and cast(:icb as int) is not null");
    static final String UNJOIN = """
            delete from icb_member m
            using r, organisation o
            where o.code = r.code and m.icb = :icb and m.organisation = o.id and m.valid_to is null
              and r.icb = '' and r.was_icb <> ''
            """;
    static final String REJOIN = """
            update icb_member m
            set valid_to = null, version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where r.icb <> '' and r.was_icb = '' and m.id = (
                select last.id from icb_member last
                where last.icb = :icb and last.organisation = o.id
                order by last.valid_from desc
                limit 1)
            """;
    static final String UNLINK = """
            delete from organisation_link l
            using r, organisation o
            where o.code = r.code and l.from_organisation = o.id and l.type = 'COMMISSIONED_BY' and l.valid_to is null
              and r.sub <> coalesce(r.was_sub, '')
            """;
    static final String RELINK = """
            update organisation_link l
            set valid_to = null, version = l.version + 1
            from r
            join organisation o on o.code = r.code
            where r.sub <> '' and r.sub <> coalesce(r.was_sub, '') and l.id = (
                select last.id from organisation_link last
                join organisation s on s.id = last.to_organisation and s.code = r.sub
                where last.from_organisation = o.id and last.type = 'COMMISSIONED_BY'
                order by last.valid_from desc
                limit 1)
            """;
    /// Sub-ICB locations that the import added and that nothing belongs to any more.
    static final List<String> REMOVE_SUB_ICB = List.of("""
            delete from organisation_link l
            using organisation s
            where s.id = l.from_organisation and s.kind = 'SUB_ICB' and s.source = :source and l.type = 'PART_OF'
              and not exists (select from organisation_link other where other.to_organisation = s.id)
            """, """
            delete from organisation s
            where s.kind = 'SUB_ICB' and s.source = :source and not exists (
                select from organisation_link other where s.id in (other.from_organisation, other.to_organisation))
            """);

    private RegisterUndo() {}
}
