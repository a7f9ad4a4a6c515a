package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.Types;
import java.util.Map;

/**
 * The Java types at the borders of a workflow. What is not declared is JSON.
 *
 * @param types of the whole compilation
 * @param input of an execution
 * @param output of an execution
 * @param tasks by the names of their resources
 */
public record Signatures(Types types, JavaType.Use input, JavaType.Use output, Map<String, Signature> tasks) {
    /** A task of which nothing is declared. */
    private static final Signature UNTYPED = new Signature(JavaType.Use.JSON, JavaType.Use.JSON, JavaType.Use.JSON);

    public Signatures {
        tasks = Map.copyOf(tasks);
    }

    /**
     * What a task takes and gives.
     *
     * @param answer what its token is answered with
     */
    public record Signature(JavaType.Use input, JavaType.Use output, JavaType.Use answer) {}

    /** The signature of the task of that resource. */
    public Signature task(String resource) {
        return tasks.getOrDefault(resource, UNTYPED);
    }
}
