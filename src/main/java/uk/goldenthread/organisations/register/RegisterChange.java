package uk.goldenthread.organisations.register;

import java.util.List;

/// SQL that brings a register file's changes into the directory, statement by statement.
final class RegisterChange {
    /// What each statement below reads, read from the text once: one line a change, `was` null for a new one.
    static final List<String> TAKE_IN = List.of("""
            create temporary table register_change (code text, name text, kind text, icb text, sub text, status text,
                address text, postcode text, telephone text, opened date, closed date, is_new boolean, was_icb text,
                was_sub text, was_closed date, succeeds text) on commit drop
            """, """
            insert into register_change
            select *
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, name text, kind text, icb text, sub text,
                status text, address text, postcode text, telephone text, opened date, closed date, is_new boolean,
                was_icb text, was_sub text, was_closed date, succeeds text)
            """, "analyze register_change");

    static final String ROWS = """
            with r as (select * from register_change)
            """;
    static final String ADD = ROWS + """
            insert into organisation (code, name, kind, address, postcode, telephone, opened, closed, register_status,
                source)
            select r.code, r.name, r.kind, r.address, r.postcode, r.telephone, r.opened, r.closed, r.status, :source
            from r
            where r.is_new
            """;
    static final String CHANGE = ROWS + """
            update organisation o
            set name = r.name, address = r.address, postcode = r.postcode, telephone = r.telephone,
                opened = r.opened, closed = r.closed, register_status = r.status, version = o.version + 1
            from r
            where o.code = r.code and not r.is_new
            """;
    /// ICBs exist since 1 July 2022 (Health and Care Act 2022): whatever was open then belonged to one from that day.
    /// What
    /// an ICB takes over from another belongs to it from the day it is known.
    static final String JOIN = ROWS + """
            insert into icb_member (icb, organisation, valid_from, valid_to)
            select :icb, o.id, d.starts, case when r.closed >= d.starts then r.closed + 1 end
            from r
            join organisation o on o.code = r.code
            cross join lateral (
                select case when exists (select from icb_member e where e.organisation = o.id and e.lead)
                    then cast(:today as date)
                    else greatest(coalesce(r.opened, date '2022-07-01'), date '2022-07-01') end as starts) d
            where r.icb <> '' and coalesce(r.was_icb, '') = ''
            on conflict (icb, organisation) where valid_to is null do nothing
            """;
    static final String LEAVE = ROWS + """
            update icb_member m
            set valid_to = greatest(cast(:today as date), m.valid_from + 1), version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and m.valid_to is null and r.icb = '' and r.was_icb <> ''
            """;
    static final String CLOSE = ROWS + """
            update icb_member m
            set valid_to = greatest(r.closed, m.valid_from) + 1, version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and m.valid_to is null and r.closed is not null
            """;
    /// A closing that proved wrong: the membership that ended with it goes on.
    static final String REOPEN = ROWS + """
            update icb_member m
            set valid_to = null, version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and r.closed is null and r.was_closed is not null
              and m.valid_to = greatest(r.was_closed, m.valid_from) + 1
            """;
    static final String ADD_SUB_ICB = ROWS + """
            insert into organisation (code, name, kind, source)
            select distinct r.sub, 'Sub-ICB location ' || r.sub, 'SUB_ICB', :source
            from r
            where r.sub <> ''
            on conflict (code) do nothing
            """;
    /// Thousands of practices name a handful of places: each is looked at once.
    static final String PLACE_SUB_ICB = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select s.id, cast(:icb as int), 'PART_OF', date '2022-07-01'
            from (select distinct sub from r where icb <> '') named
            join organisation s on s.code = named.sub and s.kind = 'SUB_ICB'
            where not exists (
                select from organisation_link l
                where l.from_organisation = s.id and l.type = 'PART_OF' and l.valid_to is null)
            """;
    static final String END_SUB_ICB = ROWS + """
            update organisation_link l
            set valid_to = greatest(cast(:today as date), l.valid_from + 1), version = l.version + 1
            from r
            join organisation o on o.code = r.code
            where l.from_organisation = o.id and l.type = 'COMMISSIONED_BY' and l.valid_to is null
              and coalesce(r.was_sub, '') <> r.sub
            """;
    static final String LINK_SUB_ICB = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select o.id, s.id, 'COMMISSIONED_BY',
                case when r.is_new then greatest(coalesce(r.opened, date '2022-07-01'), date '2022-07-01')
                    else cast(:today as date) end
            from r
            join organisation o on o.code = r.code
            join organisation s on s.code = r.sub
            where r.sub <> '' and coalesce(r.was_sub, '') <> r.sub
            """;
    static final String SUCCEED = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select old.id, o.id, 'SUCCEEDED_BY', coalesce(r.opened, cast(:today as date))
            from r
            join organisation o on o.code = r.code
            join organisation old on old.code = r.succeeds
            where r.is_new
            on conflict (from_organisation, to_organisation, type) where valid_to is null do nothing
            """;

    /// All of it, in order.
    static final List<String> ALL = List.of(
            ADD, CHANGE, JOIN, LEAVE, CLOSE, REOPEN, ADD_SUB_ICB, PLACE_SUB_ICB, END_SUB_ICB, LINK_SUB_ICB, SUCCEED);

    private RegisterChange() {}
}
