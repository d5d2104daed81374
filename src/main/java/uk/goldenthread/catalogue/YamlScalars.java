package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What a single YAML value means; null where it is not of the wanted type.
final class YamlScalars {

    private YamlScalars() {}

    static @Nullable String text(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.STR) && !scalar.getValue().isBlank()
                ? scalar.getValue().strip()
                : null;
    }

    static @Nullable Boolean flag(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.BOOL) ? Boolean.valueOf(scalar.getValue()) : null;
    }

    /// @throws ArithmeticException when it is a number but not a whole one of `int` range
    static @Nullable Integer whole(ScalarNode scalar) {
        var number = number(scalar);
        return number == null ? null : Integer.valueOf(number.intValueExact());
    }

    static @Nullable BigDecimal number(ScalarNode scalar) {
        var numeric = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        // YAML also calls .inf and 1e309 numbers; no rule of ours is either.
        return numeric && scalar.getValue().matches("[-+]?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(scalar.getValue())
                : null;
    }

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
