package uk.goldenthread.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.support.GoldenThreadTest;

/// The second wall, read from the database itself: no table of the application, and no history of one, is without it.
@GoldenThreadTest
class RowSecurityTest {
    @Autowired
    JdbcClient jdbc;

    private static final String UNGUARDED = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'history', 'ledger', 'person') and c.relkind in ('r', 'p')
                and c.relname not in ('flyway_schema_history', 'seal', 'scheduled_tasks')
                and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
            order by 1
            """;
    private static final String VIEWS_WITH_THE_OWNERS_EYES = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'asat') and c.relkind = 'v'
                and not coalesce('security_invoker=true' = any (c.reloptions), false)
            order by 1
            """;
    private static final String OF_AN_ICB_WITHOUT_ICB_IN_THE_RULE = """
            select distinct n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'icb' and not a.attisdropped
            where n.nspname in ('app', 'history') and c.relkind = 'r'
                and c.relname not in ('icb_member', 'session', 'api_token', 'role_grant')
                and not exists (
                    select from pg_policy p
                    where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) like '%icb = %icb()%')
            order by 1
            """;

    @Test
    void everyTableIsGuarded() {
        assertThat(jdbc.sql(UNGUARDED).query(String.class).list()).isEmpty();
    }

    @Test
    void everyViewLooksWithTheReadersOwnEyes() {
        assertThat(jdbc.sql(VIEWS_WITH_THE_OWNERS_EYES).query(String.class).list())
                .isEmpty();
    }

    @Test
    void everyTableOfAnIcbIsGuardedByIcb() {
        assertThat(jdbc.sql(OF_AN_ICB_WITHOUT_ICB_IN_THE_RULE)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theApplicationIsNotTheOwner() {
        assertThat(jdbc.sql(
                                "select current_user || ' ' || (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)")
                        .query(String.class)
                        .single())
                .isEqualTo("gt_app false");
    }
}
