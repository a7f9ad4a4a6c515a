package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import java.util.List;

/** Is told what is read, and what is found. */
public interface Reads {

    /**
     * A path was read.
     *
     * @param source the string it was parsed from
     */
    void path(Path path, Subject source, Selected selected);

    /**
     * An expression was evaluated.
     *
     * @param fails whether it never has a value
     * @param misses where it finds nothing
     */
    void query(JsonataExpression expression, boolean fails, List<QueryMiss> misses);
}
