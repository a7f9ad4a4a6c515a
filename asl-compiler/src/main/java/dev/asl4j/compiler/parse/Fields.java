package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.model.ComparisonOperator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of fields, for messages that tell a misplaced field from a misspelled one. */
final class Fields {

    /** Every field of the language, of whatever dialect and place. */
    static final Set<String> LANGUAGE = language();

    /** What a Task state has in the JSONata dialect only; the others likewise. */
    static final Set<String> JSONATA_TASK = Set.of("Arguments", "Output");

    static final Set<String> JSONATA_PARALLEL = JSONATA_TASK;
    static final Set<String> JSONATA_MAP = Set.of("Items", "Output");
    static final Set<String> JSONATA_STATE = Set.of("Output");
    static final Set<String> JSONATA_RULE = Set.of("Condition", "Output");
    static final Set<String> JSONATA_CATCHER = Set.of("Output");
    static final Set<String> JSONATA_ITEM_READER = Set.of("Arguments");

    private Fields() {}

    private static Set<String> language() {
        Set<String> fields = new LinkedHashSet<>(ComparisonOperator.fields());
        String others = """
                StartAt States QueryLanguage Comment Version TimeoutSeconds Type InputPath OutputPath Parameters
                ResultSelector ResultPath Result Assign Output Arguments Next End Retry Catch Resource Credentials
                TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath Choices Default Condition Variable And Or Not
                Seconds SecondsPath Timestamp TimestampPath Error ErrorPath Cause CausePath Branches ItemProcessor
                Iterator ItemsPath Items ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency
                MaxConcurrencyPath ToleratedFailureCount ToleratedFailureCountPath ToleratedFailurePercentage
                ToleratedFailurePercentagePath Label ProcessorConfig Mode ExecutionType ErrorEquals IntervalSeconds
                MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy ReaderConfig
                """;
        others.lines().forEach(line -> fields.addAll(List.of(line.split(" ", -1))));
        return fields;
    }
}
