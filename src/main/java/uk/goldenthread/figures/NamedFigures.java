package uk.goldenthread.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.database.UnitOfWork;

/// Every named figure, by its stable address. A page, a paper and the interface ask here and so get the
/// same number.
@Service
public class NamedFigures {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ObjectProvider<FigureDefinition> definitions;
    private final UnitOfWork work;

    public NamedFigures(ObjectProvider<FigureDefinition> definitions, UnitOfWork work) {
        this.definitions = definitions; // asked later, so that a definition may itself need what needs this
        this.work = work;
    }

    /// Works a figure out as at an instant, or now.
    ///
    /// @throws HiddenException when there is no such figure for this person
    /// @throws IllegalArgumentException when a parameter is missing or wrong
    public FigureResult work(FigureRequest request, Actor actor, @Nullable Instant asAt) {
        var definition = find(request.name()).orElseThrow(HiddenException::new);
        return work.read(actor.scope(), asAt, () -> definition.work(request, actor));
    }

    public Optional<FigureDefinition> find(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /// The names of all figures, in order.
    public List<String> names() {
        return definitions.stream().map(FigureDefinition::name).sorted().toList();
    }

    /// A result as JSON that is the same text whenever the data are the same: for hashing and comparing.
    public static String canonical(FigureResult result) {
        return CANONICAL.writeValueAsString(result);
    }
}
