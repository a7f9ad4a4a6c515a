package dev.asl4j.compiler.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.shape.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Variables keep their names whatever numbers they have, and machines do not get into each other. */
final class VariableShapesTest {
    @Test
    void whatOneWayDoesNotHaveMayBeMissing() {
        VariableShapes none = new VariableShapes();
        VariableShapes one = none.with(Map.of("a", Shape.ANY));
        VariableShapes other = none.with(Map.of("b", Shape.ANY));
        assertThat(one.or(other)).isEqualTo(other.or(one)).isEqualTo(Map.of("a", Shape.ANYTHING, "b", Shape.ANYTHING));
        assertThat(one).isEqualTo(Map.of("a", Shape.ANY));
        assertThat(one.or(one)).isSameAs(one);
    }

    @Test
    void numbersOfOneMachineAreNotThoseOfAnother() {
        VariableShapes one = new VariableShapes().with(Map.of("a", Shape.ANY));
        VariableShapes other = new VariableShapes().with(Map.of("b", Shape.ANY));
        assertThat(one.or(other)).isEqualTo(Map.of("a", Shape.ANYTHING, "b", Shape.ANYTHING));
        assertThat(VariableShapes.NONE.or(one)).isEqualTo(Map.of("a", Shape.ANYTHING));
        assertThat(VariableShapes.NONE.with(one)).isEqualTo(one);
        assertThat(VariableShapes.NONE).isEmpty();
        assertThat(VariableShapes.NONE.or(VariableShapes.NONE)).isEmpty();
    }
}
