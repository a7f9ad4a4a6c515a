package dev.asl4j.jdbc;

import java.util.List;

/** Something that is done to make turns durable, in the order in which they stand here, for all turns of a transaction at once. */
final class Step {
    /** Keeps long values; first, because whatever refers to them comes later. */
    static final Step PAYLOADS = new Step(Command.insert(
            "asl4j_payloads", Column.list("execution LONG, hash TEXT, content JSON"), "ON CONFLICT DO NOTHING"));
    /** Goes on with executions that run and stay held. */
    static final Step PROGRESS = new Step(Command.updateHeld(ExecutionRows.STEADY));
    /** Lets executions end, be released, be parked, or run again. */
    static final Step CHANGE = new Step(Command.updateHeld(ExecutionRows.CHANGING));
    /** Takes messages out of the mailbox. */
    static final Step TAKE = new Step(
            Command.forKey("DELETE FROM asl4j_messages AS t", "USING", Column.list("execution LONG, id LONG"), ""));
    /** Keeps for those who sent them that messages were refused, out of the way of all mail. */
    static final Step REFUSE =
            new Step(Command.forKey(MessageRows.REFUSED, "FROM", Column.list("execution LONG, id LONG"), ""));
    /** Removes frames. */
    static final Step REMOVE_FRAMES = new Step(
            Command.forKey("DELETE FROM asl4j_frames AS t", "USING", Column.list("execution LONG, id INT"), ""));
    /** Writes frames. */
    static final Step PUT_FRAMES = new Step(Command.put("asl4j_frames", FrameRows.WRITTEN, List.of("execution", "id")));
    /** Nobody is to work for frames of executions that have ended or are parked. */
    static final Step CLOSE_QUEUE = new Step(Command.forKey(
            "UPDATE asl4j_frames AS t SET queue = NULL, queued = NULL",
            "FROM",
            Column.list("execution LONG"),
            " AND t.queue IS NOT NULL"));
    /** Work for the frames of executions that run again. */
    static final Step OPEN_QUEUE = new Step(Command.forKey(
            "UPDATE asl4j_frames AS t SET queue = activity, queued = since",
            "FROM",
            Column.list("execution LONG"),
            " AND t.activity IS NOT NULL"));
    /** Writes history. */
    static final Step EVENTS = new Step(Command.insert("asl4j_events", EventRows.COLUMNS, ""));
    /** Writes Map Runs. */
    static final Step MAP_RUNS = new Step(Command.put("asl4j_map_runs", MapRunRows.COLUMNS, List.of("arn")));
    /** Sends messages to executions for which they are. */
    static final Step SEND = new Step(MessageRows.SEND);
    /** The mail of executions that have ended, as far as somebody may want to know that it found nothing to be taken for. */
    static final Step REFUSE_MAIL = new Step(Command.forKey(
            MessageRows.REFUSED, "FROM", Column.list("execution LONG"), " AND t.kind IN (" + MessageRows.JUDGED + ")"));
    /** Drops the other mail of executions that have ended. */
    static final Step DROP_MAIL = new Step(Command.forKey(
            "DELETE FROM asl4j_messages AS t", "USING", Column.list("execution LONG"), " AND t.kind <> 'REDRIVE'"));
    /**
     * Executions that got mail, or were released with mail, and that nobody holds are due; parked ones only to be ended. A statement of its own, because in
     * PostgreSQL each sees only what was committed before it began, and what was sent to an execution while its row was waited for.
     */
    static final Step WAKE_FOR_MAIL = new Step(Command.forKey(
            "UPDATE asl4j_executions AS t SET wake = 0",
            "FROM",
            Column.list("key LONG"),
            " AND t.holder IS NULL AND EXISTS (SELECT 1 FROM asl4j_messages m WHERE m.execution = t.key"
                    + " AND (t.parked IS NULL OR m.kind = 'STOP'))"));

    /** All, in order. */
    static final List<Step> ALL = List.of(
            PAYLOADS,
            PROGRESS,
            CHANGE,
            TAKE,
            REFUSE,
            REMOVE_FRAMES,
            PUT_FRAMES,
            CLOSE_QUEUE,
            OPEN_QUEUE,
            EVENTS,
            MAP_RUNS,
            SEND,
            REFUSE_MAIL,
            DROP_MAIL,
            WAKE_FOR_MAIL);

    private final Command command;

    private Step(Command command) {
        this.command = command;
    }

    Command command() {
        return command;
    }

    /** Does it for rows. */
    Link.Job job(List<Row> rows) {
        return new Link.Job(command, rows, isForHeld());
    }

    /** Whether each row must have had an effect, because the session holds the execution. */
    boolean isForHeld() {
        return this == PROGRESS || this == CHANGE;
    }
}
