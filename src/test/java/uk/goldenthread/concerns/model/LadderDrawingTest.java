package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.outcome.Outcome;

/// The drawing of the ladder is read off its types: each state's methods are its moves.
@NullMarked
class LadderDrawingTest {
    private static final Path PAGE = Path.of("docs/modules/ladder.md");

    @Test
    void theDrawingShowsTheMovesThatTheTypesAllow() throws IOException {
        var drawn = page();
        Files.createDirectories(Path.of("target/docs"));
        Files.writeString(Path.of("target/docs/ladder.md"), drawn);

        assertThat(Files.readString(PAGE))
                .as("the drawing is stale: copy target/docs/ladder.md over it")
                .isEqualTo(drawn);
    }

    @Test
    void noMoveSkipsALevelButThroughARapidReview() {
        assertThat(edges().stream().filter(edge -> !edge.contains("RapidReview")))
                .containsExactlyInAnyOrder(
                        "Routine --> Watch: watch",
                        "Watch --> Enhanced: enhance",
                        "Watch --> Routine: step down",
                        "Enhanced --> Intensive: intensify",
                        "Enhanced --> Watch: step down",
                        "Intensive --> Enhanced: step down");
    }

    private static String page() {
        var edges = String.join("\n    ", edges());
        return """
                # The intervention ladder

                Made from the types of `uk.goldenthread.concerns.model.Ladder` by `LadderDrawingTest`, which fails when this page is stale.

                ```mermaid
                stateDiagram-v2
                    [*] --> Routine
                    %s
                ```

                | move | who decides | what it needs |
                |---|---|---|
                | up to Watch or Enhanced | designated nurse, adult lead or executive lead | cause, reasons, exit criteria, who was told; for Enhanced also the support offered |
                | up to Intensive | ICB executive lead (BR-LAD-2) | the same |
                | step down | ICB executive lead | the exit criteria met in two review periods in a row (BR-LAD-3); from Intensive also what the region said |
                | rapid quality review | designated nurse, adult lead or executive lead | cause and reasons; held within 2 working days where somebody is at immediate risk, else 10 (BR-LAD-5) |

                A rapid quality review may go straight to Enhanced or Intensive and never steps down. Only a person moves a level (BR-LAD-1); the
                composite score proposes.
                """.formatted(edges);
    }

    private static List<String> edges() {
        var edges = new ArrayList<String>();
        for (var state : states(Ladder.class)) {
            moves(state).forEach(move -> {
                for (var target : states(target(move))) {
                    edges.add("%s --> %s: %s".formatted(state.getSimpleName(), target.getSimpleName(), words(move)));
                }
            });
        }
        return edges;
    }

    /// The records under a sealed type, in the order they are written.
    private static List<Class<?>> states(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(each -> states(each).stream())
                .toList();
    }

    private static Stream<Method> moves(Class<?> state) {
        var seen = new TreeSet<String>();
        return Arrays.stream(state.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType().equals(Outcome.class))
                .filter(method -> seen.add(method.getName()))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static Class<?> target(Method move) {
        return (Class<?>) ((ParameterizedType) move.getGenericReturnType()).getActualTypeArguments()[0];
    }

    private static String words(Method move) {
        return move.getName().replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }
}
