package dev.asl4j.compiler.check;

import static dev.asl4j.compiler.types.ValueType.ARRAY;
import static dev.asl4j.compiler.types.ValueType.BOOLEAN;
import static dev.asl4j.compiler.types.ValueType.NUMBER;
import static dev.asl4j.compiler.types.ValueType.OBJECT;
import static dev.asl4j.compiler.types.ValueType.STRING;

import dev.asl4j.compiler.check.ResultTypes.Range;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.ItemBatcher;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.compiler.types.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The fields that take values of some types only. A number in the data may be written as a string, which AWS takes at some places; so
 * a path to a string is never a fault where a number is needed.
 */
record ResultFields(ResultTypes types) implements State.Visitor<Boolean> {

    private static final ValueTypes LIST = ValueTypes.of(ARRAY, OBJECT);
    private static final ValueTypes TEXT = ValueTypes.of(STRING);
    private static final ValueTypes NUMERIC = ValueTypes.of(NUMBER, STRING);
    private static final long LONGEST = 99_999_999;

    @Override
    public Boolean task(TaskState state) {
        amount("TimeoutSeconds", state.timeout(), Range.of(1, LONGEST));
        amount("HeartbeatSeconds", state.heartbeat(), Range.of(1, LONGEST));
        if (state.credentials() instanceof Template.ObjectTemplate credentials) {
            credentials.fields().forEach(this::credential);
        }
        return true;
    }

    private void credential(Template.Field field) {
        if (field.template() instanceof Template.QueryValue role) {
            types.queryInTemplate("Credentials/" + field.name(), role.expression(), TEXT);
        } else if (field.template() instanceof Template.PathValue role) {
            types.path(field.key().value(), role.path(), role.source(), TEXT);
        }
    }

    @Override
    public Boolean pass(PassState state) {
        return true;
    }

    @Override
    public Boolean choice(ChoiceState state) {
        for (ChoiceState.Rule rule : state.rules()) {
            if (rule.condition() instanceof ChoiceRule.Query query) {
                types.query("Condition", query.expression(), ValueTypes.of(BOOLEAN));
            }
        }
        return true;
    }

    @Override
    public Boolean waiting(WaitState state) {
        WaitDuration duration = state.duration();
        if (duration instanceof WaitDuration.SecondsQuery query) {
            types.number("Seconds", query.expression(), Range.from(0));
        } else if (duration instanceof WaitDuration.TimestampQuery query) {
            types.timestamp(query.expression());
        } else if (duration instanceof WaitDuration.SecondsPath path) {
            types.path("SecondsPath", path.path(), path.origin(), NUMERIC);
        } else if (duration instanceof WaitDuration.TimestampPath path) {
            types.path("TimestampPath", path.path(), path.origin(), TEXT);
        }
        return true;
    }

    @Override
    public Boolean succeed(SucceedState state) {
        return true;
    }

    @Override
    public Boolean fail(FailState state) {
        text("Error", state.error());
        text("Cause", state.cause());
        return true;
    }

    private void text(String field, @Nullable FailText text) {
        if (text instanceof FailText.Query query) {
            types.query(field, query.expression(), TEXT);
        }
    }

    @Override
    public Boolean parallel(ParallelState state) {
        return true;
    }

    @Override
    public Boolean map(MapState state) {
        if (state.items() instanceof Items.Computed computed
                && computed.template() instanceof Template.QueryValue query) {
            types.queryInTemplate("Items", query.expression(), LIST);
        } else if (state.items() instanceof Items.AtPath given
                && given.path() instanceof PathSetting.Given path
                && (state.distribution() == null || state.distribution().reader() == null)) {
            types.path("ItemsPath", path.path(), path.origin(), LIST);
        }
        amount("MaxConcurrency", state.maxConcurrency(), Range.from(0));
        if (state.distribution() != null) {
            distribution(state.distribution());
        }
        return true;
    }

    private void distribution(Distribution distribution) {
        amount("ToleratedFailureCount", distribution.toleratedFailureCount(), Range.from(0));
        amount("ToleratedFailurePercentage", distribution.toleratedFailurePercentage(), Range.percentage());
        ItemReader reader = distribution.reader();
        if (reader != null) {
            amount("MaxItems", reader.maxItems(), Range.from(0));
        }
        ItemBatcher batcher = distribution.batcher();
        if (batcher != null) {
            amount("MaxItemsPerBatch", batcher.maxItems(), Range.from(0));
            amount("MaxInputBytesPerBatch", batcher.maxInputBytes(), Range.from(0));
        }
    }

    private void amount(String field, @Nullable Amount amount, Range range) {
        if (amount instanceof Amount.Query query) {
            types.number(field, query.expression(), range);
        } else if (amount instanceof Amount.AtPath path) {
            types.path(field + "Path", path.path(), path.origin(), NUMERIC);
        }
    }

    @Override
    public Boolean unresolved(UnresolvedState state) {
        return true;
    }
}
