package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of fields, for messages that tell a misplaced field from a misspelled one. */
final class Fields {

    /** Every field of the language, of whatever query language and place. */
    static final Set<String> LANGUAGE = language();

    static final Dialects TASK = new Dialects(
            Set.of(
                    "InputPath",
                    "OutputPath",
                    "Parameters",
                    "ResultSelector",
                    "ResultPath",
                    "TimeoutSecondsPath",
                    "HeartbeatSecondsPath"),
            Set.of("Arguments", "Output"));
    static final Dialects PARALLEL = new Dialects(
            Set.of("InputPath", "OutputPath", "Parameters", "ResultSelector", "ResultPath"),
            Set.of("Arguments", "Output"));
    static final Dialects MAP = new Dialects(
            Set.of(
                    "InputPath",
                    "OutputPath",
                    "Parameters",
                    "ResultSelector",
                    "ResultPath",
                    "ItemsPath",
                    "MaxConcurrencyPath",
                    "ToleratedFailureCountPath",
                    "ToleratedFailurePercentagePath"),
            Set.of("Items", "Output"));
    static final Dialects PASS =
            new Dialects(Set.of("InputPath", "OutputPath", "Parameters", "Result", "ResultPath"), Set.of("Output"));
    static final Dialects WAIT =
            new Dialects(Set.of("InputPath", "OutputPath", "SecondsPath", "TimestampPath"), Set.of("Output"));
    static final Dialects CHOICE = new Dialects(Set.of("InputPath", "OutputPath"), Set.of("Output"));
    static final Dialects SUCCEED = CHOICE;
    static final Dialects FAIL = new Dialects(Set.of("ErrorPath", "CausePath"), Set.of());
    static final Dialects RULE = new Dialects(ruleOfJsonPath(), Set.of("Condition", "Output"));
    static final Dialects NESTED_RULE = new Dialects(Set.of(), Set.of("Condition", "Output"));
    static final Dialects CATCHER = new Dialects(Set.of("ResultPath"), Set.of("Output"));
    static final Dialects READER = new Dialects(Set.of("Parameters"), Set.of("Arguments"));
    static final Dialects READER_CONFIG = new Dialects(Set.of("MaxItemsPath"), Set.of());
    static final Dialects BATCHER = new Dialects(Set.of("MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"), Set.of());
    static final Dialects WRITER = READER;

    private Fields() {}

    /**
     * What one kind of object has in one query language only.
     *
     * @param jsonPath fields of the JSONPath dialect
     * @param jsonata fields of the JSONata dialect
     */
    record Dialects(Set<String> jsonPath, Set<String> jsonata) {

        /** The same in both. */
        static final Dialects ALIKE = new Dialects(Set.of(), Set.of());

        /** The fields that only the other language has. */
        Set<String> foreignTo(QueryLanguage language) {
            return switch (language) {
                case JSONPATH -> jsonata;
                case JSONATA -> jsonPath;
            };
        }
    }

    private static Set<String> ruleOfJsonPath() {
        Set<String> fields = new LinkedHashSet<>(ComparisonOperator.fields());
        fields.addAll(List.of("Variable", "And", "Or", "Not"));
        return fields;
    }

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
                MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy ReaderConfig InputType Transformation
                ManifestType CSVHeaderLocation CSVHeaders CSVDelimiter ItemsPointer MaxItems MaxItemsPath BatchInput
                MaxItemsPerBatch MaxItemsPerBatchPath MaxInputBytesPerBatch MaxInputBytesPerBatchPath WriterConfig
                OutputType
                """;
        others.lines().forEach(line -> fields.addAll(List.of(line.split(" ", -1))));
        return fields;
    }
}
