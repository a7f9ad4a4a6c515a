package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.util.List;

/**
 * A line of the side log.
 *
 * @param micros when, in microseconds since 1970
 * @param process that wrote it
 * @param execution its ARN
 * @param call key of the call, the same for each delivery of it
 * @param delivery which one it is, from 1
 * @param note what else there is to say
 */
public record SideEntry(
        long micros,
        String process,
        Kind kind,
        String execution,
        String state,
        String call,
        int delivery,
        JsonNode note) {
    private static final String TAB = "\t";
    private static final int COLUMNS = 8;

    /** What happened. */
    public enum Kind {
        /** A handler was called. */
        STARTED,
        /** Its work is done: what it returns may still be lost. */
        DONE,
        /** It fails. */
        FAILED,
        /** A token is waited for; the note has it, and what it is to be answered with. */
        TOKEN,
        /** A worker has polled the task of an activity. */
        POLLED,
        /** The worker's sign of life is acknowledged; the note says when it was sent. */
        BEAT,
        /** The worker's answer to it is acknowledged. */
        ANSWERED
    }

    /** The line, with its end. */
    String line() {
        return String.join(
                        TAB,
                        List.of(
                                Long.toString(micros),
                                process,
                                kind.name(),
                                execution,
                                state,
                                call,
                                Integer.toString(delivery),
                                Json.write(note)))
                + "\n";
    }

    /** What {@link #line} gave, without its end. */
    static SideEntry parse(String line) {
        String[] columns = line.split(TAB, COLUMNS);
        return new SideEntry(
                Long.parseLong(columns[0]),
                columns[1],
                Kind.valueOf(columns[2]),
                columns[3],
                columns[4],
                columns[5],
                Integer.parseInt(columns[6]),
                Json.parse(columns[7]));
    }
}
