package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Operand;
import dev.asl4j.compiler.json.JsonWriter;

/** Turns an operand of a filter, or an argument of a path function, into a value: literals are constants. */
final class OperandPlanner implements Operand.Visitor<Value> {
    private final StateScribe scribe;
    private final PathPlanner paths;

    OperandPlanner(StateScribe scribe, PathPlanner paths) {
        this.scribe = scribe;
        this.paths = paths;
    }

    @Override
    public Value text(Operand.Text operand) {
        return constant(JsonWriter.quoted(operand.value()));
    }

    @Override
    public Value number(Operand.Numeric operand) {
        return constant(operand.value().toString());
    }

    @Override
    public Value bool(Operand.Bool operand) {
        return constant(String.valueOf(operand.value()));
    }

    @Override
    public Value nothing(Operand.Null operand) {
        return constant("null");
    }

    @Override
    public Value json(Operand.Json operand) {
        return constant(operand.json());
    }

    /** Only ever asked for beside an operator that has no use for it. */
    @Override
    public Value regex(Operand.Regex operand) {
        return constant(JsonWriter.quoted(operand.pattern()));
    }

    @Override
    public Value path(Operand.PathOperand operand) {
        return paths.operand(operand.path());
    }

    private Value constant(String json) {
        return new Value.Constant(scribe.constant(Constant.Kind.JSON, "Filter", json));
    }
}
