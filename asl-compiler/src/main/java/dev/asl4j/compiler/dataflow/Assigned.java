package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.TemplateShapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code Assign}: all values are made of what was known before. */
final class Assigned {
    private Assigned() {}

    /** Where the data goes on as this and these are assigned; nowhere if a value cannot be made. */
    static Env of(Env env, Shape data, List<Assignment> assignments, TemplateShapes templates) {
        Map<String, Shape> values = new HashMap<>();
        boolean fails = data.isNever();
        for (Assignment assignment : assignments) {
            Shape value = templates.of(assignment.value());
            fails |= value.isNever();
            values.put(assignment.variable(), value);
        }
        return fails ? Env.NONE : new Env(data, env.variables().with(values));
    }
}
