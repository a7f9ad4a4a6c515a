package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.WaitDuration;

/** Plans how long a Wait state waits. */
final class DelayPlanner implements WaitDuration.Visitor<StatePlan.Delay> {
    private final StateScribe scribe;
    private final BodyPlanner body;

    DelayPlanner(StateScribe scribe, BodyPlanner body) {
        this.scribe = scribe;
        this.body = body;
    }

    @Override
    public StatePlan.Delay seconds(long seconds) {
        return StatePlan.Delay.of(StatePlan.Amount.of(seconds));
    }

    @Override
    public StatePlan.Delay secondsPath(Path path) {
        return StatePlan.Delay.of(StatePlan.Amount.of(read(path, Value.Place.SECONDS_PATH, "SecondsPath")));
    }

    @Override
    public StatePlan.Delay timestamp(String text) {
        return StatePlan.Delay.until(new Value.Constant(scribe.constant(Constant.Kind.TIMESTAMP, "Timestamp", text)));
    }

    @Override
    public StatePlan.Delay timestampPath(Path path) {
        return StatePlan.Delay.until(read(path, Value.Place.TIMESTAMP_PATH, "TimestampPath"));
    }

    @Override
    public StatePlan.Delay secondsQuery(JsonataExpression expression) {
        return StatePlan.Delay.of(StatePlan.Amount.of(query(expression, Value.QueryType.SECONDS, "Seconds")));
    }

    @Override
    public StatePlan.Delay timestampQuery(JsonataExpression expression) {
        return StatePlan.Delay.until(query(expression, Value.QueryType.TIMESTAMP, "Timestamp"));
    }

    private Value read(Path path, Value.Place place, String field) {
        return body.keep(body.on(Variable.INPUT).required(path, place, field));
    }

    private Value query(JsonataExpression expression, Value.QueryType type, String field) {
        return body.keep(body.on(Variable.INPUT).query(expression, type, field));
    }
}
