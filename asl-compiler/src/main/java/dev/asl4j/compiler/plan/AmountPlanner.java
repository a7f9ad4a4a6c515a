package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.Amount;
import org.jspecify.annotations.Nullable;

/** Plans a field that holds a number, a path to one or an expression for one. */
final class AmountPlanner implements Amount.Visitor<StatePlan.Amount> {
    private final BodyPlanner body;
    private final String location;
    private final String pathField;
    private final Value.Place place;
    private final Value.QueryType type;

    private AmountPlanner(
            BodyPlanner body, String location, String pathField, Value.Place place, Value.QueryType type) {
        this.body = body;
        this.location = location;
        this.pathField = pathField;
        this.place = place;
        this.type = type;
    }

    /** {@code TimeoutSeconds}, {@code HeartbeatSeconds}. */
    static StatePlan.Amount timeout(@Nullable Amount amount, String field, BodyPlanner body) {
        return plan(
                amount,
                new AmountPlanner(body, field, field + "Path", Value.Place.TIMEOUT_PATH, Value.QueryType.SECONDS));
    }

    /** {@code MaxConcurrency}. */
    static StatePlan.Amount maxConcurrency(@Nullable Amount amount, BodyPlanner body) {
        return plan(
                amount,
                new AmountPlanner(
                        body,
                        "MaxConcurrency",
                        "MaxConcurrencyPath",
                        Value.Place.MAX_CONCURRENCY_PATH,
                        Value.QueryType.MAX_CONCURRENCY));
    }

    /** Another whole number of a Map state; {@code location} may lead through fields: {@code ItemBatcher/MaxItemsPerBatch}. */
    static StatePlan.Amount count(@Nullable Amount amount, String location, BodyPlanner body) {
        String pathField = location.substring(location.lastIndexOf('/') + 1) + "Path";
        return plan(
                amount, new AmountPlanner(body, location, pathField, Value.Place.COUNT_PATH, Value.QueryType.COUNT));
    }

    /** {@code ToleratedFailurePercentage}. */
    static StatePlan.Amount percentage(@Nullable Amount amount, BodyPlanner body) {
        return plan(
                amount,
                new AmountPlanner(
                        body,
                        "ToleratedFailurePercentage",
                        "ToleratedFailurePercentagePath",
                        Value.Place.PERCENTAGE_PATH,
                        Value.QueryType.PERCENTAGE));
    }

    private static StatePlan.Amount plan(@Nullable Amount amount, AmountPlanner planner) {
        return amount == null ? StatePlan.Amount.NONE : amount.accept(planner);
    }

    @Override
    public StatePlan.Amount constant(long value) {
        return StatePlan.Amount.of(Math.min(value, Integer.MAX_VALUE));
    }

    @Override
    public StatePlan.Amount fraction(double value) {
        return new StatePlan.Amount(Double.toString(value), null);
    }

    @Override
    public StatePlan.Amount atPath(Path path) {
        return StatePlan.Amount.of(body.keep(body.on(Variable.INPUT).required(path, place, pathField)));
    }

    @Override
    public StatePlan.Amount query(JsonataExpression expression) {
        return StatePlan.Amount.of(body.keep(body.on(Variable.INPUT).query(expression, type, location)));
    }
}
