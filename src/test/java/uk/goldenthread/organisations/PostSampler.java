package uk.goldenthread.organisations;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider of the directory with somebody in a post, for the matrix.
@Component
public class PostSampler implements Sampler {
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    PostSampler(UnitOfWork work, JdbcClient jdbc) {
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        given.post(
                given.person("DESIGNATED_NURSE", icb),
                "/directory/%s/posts/new".formatted(provider.code()),
                "role=NN-SC&person=Sample+Person&type=SUBSTANTIVE&from-day=1&from-month=4&from-year=2025");
        var post = work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select max(id) from post_holder where icb = :icb")
                        .param("icb", icb.id())
                        .query(Long.class)
                        .single());
        return List.of(
                new Sample("/directory/{code}", Map.of("code", provider.code(), "id", Long.toString(post)), false));
    }
}
