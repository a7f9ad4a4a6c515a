package dev.asl4j.runtime.spi;

import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.jsonata.Expression;
import dev.asl4j.runtime.jsonata.Jsonata;
import java.util.Arrays;

/** A JSONata expression, and where the variables it reads live. Immutable: a constant of generated code. */
public final class QueryExpression {
    private static final Read[] NO_READS = {};

    private final Expression expression;
    private final Read[] reads;

    private QueryExpression(Expression expression, Read[] reads) {
        this.expression = expression;
        this.reads = reads;
    }

    /** The place of a variable, see {@link Frame#variable}. */
    record Read(String name, int depth, int slot) {}

    /**
     * An expression that reads no variables.
     *
     * @param text without <code>{%</code>, <code>%}</code> and the blanks inside of them
     */
    public static QueryExpression of(String text) {
        return new QueryExpression(Jsonata.compile(text), NO_READS);
    }

    /** An expression in pieces, because a string constant of a class file ends at 65,535 bytes. */
    public static QueryExpression of(String... chunks) {
        return of(Json.text(chunks));
    }

    /**
     * This expression with one more variable that it reads.
     *
     * @param name without the dollar sign
     * @param depth as for {@link Frame#variable}
     * @param slot as for {@link Frame#variable}
     */
    public QueryExpression reads(String name, int depth, int slot) {
        Read[] more = Arrays.copyOf(reads, reads.length + 1);
        more[reads.length] = new Read(name, depth, slot);
        return new QueryExpression(expression, more);
    }

    /** The expression as written. */
    public String text() {
        return expression.text();
    }

    Expression expression() {
        return expression;
    }

    Read[] reads() {
        return reads;
    }
}
