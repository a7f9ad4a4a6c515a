package dev.asl4j.compiler.document;

import dev.asl4j.compiler.model.ErrorName;
import java.util.Map;

/**
 * What the errors of the language mean, each in a sentence.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 */
final class ErrorMeanings {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(ErrorName.TASK_FAILED, "A task failed without an error of its own."),
            Map.entry(ErrorName.TIMEOUT, "A task, or the execution, took too long, or a heartbeat did not come."),
            Map.entry(ErrorName.RUNTIME, "A state could not be run; nobody can catch that."),
            Map.entry(ErrorName.QUERY_EVALUATION_ERROR, "A JSONata expression could not be evaluated."),
            Map.entry(ErrorName.INTRINSIC_FAILURE, "An intrinsic function failed."),
            Map.entry(ErrorName.DATA_LIMIT_EXCEEDED, "Data was too large."),
            Map.entry(ErrorName.PERMISSIONS, "The right to run a task was missing."),
            Map.entry(ErrorName.BRANCH_FAILED, "A branch failed."),
            Map.entry(
                    ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                    "More items of a distributed Map state failed than it tolerates."),
            Map.entry(ErrorName.ITEM_READER_FAILED, "A distributed Map state could not read its items."),
            Map.entry(ErrorName.RESULT_WRITER_FAILED, "A distributed Map state could not write its results."),
            Map.entry(ErrorName.HTTP_SOCKET, "An HTTP task got no answer in time."));

    private ErrorMeanings() {}

    /** The sentence; empty: the error is none of the language. */
    static String of(String error) {
        return MEANINGS.getOrDefault(error, "");
    }

    /** Whether an error is one of the language. */
    static boolean isOfTheLanguage(String error) {
        return error.startsWith(ErrorName.RESERVED);
    }
}
