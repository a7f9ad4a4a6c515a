package dev.asl4j.jdbc;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attempt to make turns durable: one transaction, which counts up the commits of the session, so that it happens once at most. */
final class Transaction {
    private final Database database;
    private final Command guard;
    private final long session;
    private final long commits;
    private final List<EncodedTurn> turns;
    private final boolean careful;
    private final Set<Long> started = new HashSet<>();
    private boolean hasNews;

    /**
     * An attempt.
     *
     * @param guard as {@link #guard(Database)} gives it
     * @param commits how many transactions of the session were committed before
     * @param careful looks at the session before anything else is done: after a failure, which may come from a session that is lost, or
     *     from a commit that has happened
     */
    Transaction(
            Database database, Command guard, long session, long commits, List<EncodedTurn> turns, boolean careful) {
        this.database = database;
        this.guard = guard;
        this.session = session;
        this.commits = commits;
        this.turns = turns;
        this.careful = careful;
    }

    /** What comes first in each transaction: the session is there, and so many of its transactions were committed before. */
    static Command guard(Database database) {
        String expiry = ", expires = " + database.liveness().expiry();
        return Command.of(
                "UPDATE asl4j_sessions SET commits = ?" + expiry + " WHERE id = ? AND commits = ?",
                "UPDATE asl4j_sessions AS t SET commits = v.next" + expiry
                        + " FROM $rows AS v (next, id, before) WHERE t.id = v.id AND t.commits = v.before",
                Column.list("next LONG, id LONG, before LONG"));
    }

    /** Whether that turn was to start an execution, and there is one already. */
    boolean isTaken(EncodedTurn turn) {
        return turn.start != null && !started.contains(turn.turn.key());
    }

    /** Whether others may want to know: an execution has mail or has ended. */
    boolean hasNews() {
        return hasNews;
    }

    /** Does all but committing. */
    boolean write(Link link) throws SQLException {
        boolean held = turns.stream().allMatch(EncodedTurn::asksForHolder);
        List<Link.Job> jobs = new ArrayList<>(List.of(guard(!held)));
        boolean starts = turns.stream().anyMatch(turn -> turn.start != null);
        if (careful || starts) {
            run(link, jobs);
        }
        if (starts) {
            start(link);
        }
        Map<Step, List<Row>> steps = steps();
        List<Row> messages = steps.get(Step.SEND);
        if (messages != null) {
            hasNews = true;
            run(link, jobs);
            lock(link, messages);
        }
        for (Step step : Step.ALL) {
            List<Row> rows = steps.get(step);
            if (rows != null) {
                jobs.add(step.job(rows));
            }
        }
        if (careful || starts || messages != null) {
            run(link, jobs);
        } else {
            look(link, jobs, link.runLast(jobs));
        }
        return hasNews;
    }

    private Map<Step, List<Row>> steps() {
        Map<Step, List<Row>> steps = new HashMap<>();
        for (EncodedTurn turn : turns) {
            if (!isTaken(turn)) {
                for (EncodedTurn.Change change : turn.changes) {
                    steps.computeIfAbsent(change.step(), step -> new ArrayList<>())
                            .add(change.row());
                }
                hasNews |= turn.turn.progress().status() != Status.RUNNING;
            }
        }
        return steps;
    }

    /** Does these things, and looks at what they changed. */
    private void run(Link link, List<Link.Job> jobs) throws SQLException {
        if (!jobs.isEmpty()) {
            look(link, jobs, link.runAll(jobs));
            jobs.clear();
        }
    }

    private void look(Link link, List<Link.Job> jobs, List<Long> changed) throws SQLException {
        for (int i = 0; i < jobs.size(); i++) {
            Command command = jobs.get(i).command();
            long count = changed.get(i);
            if (count == 0 && command.equals(guard)) {
                throw failed(link);
            }
            if (jobs.get(i).isComplete() && count != jobs.get(i).rows().size()) {
                throw new NotHeldException();
            }
            hasNews |= count > 0 && command.equals(Step.WAKE_FOR_MAIL.command());
        }
    }

    /**
     * Whoever removes a session releases what it holds. So one of both has to be looked at: that the session is there, or that it holds
     * all executions.
     */
    private Link.Job guard(boolean isLookedAt) {
        return new Link.Job(guard, List.of(Row.of(commits + 1, session, commits)), isLookedAt);
    }

    private GuardException failed(Link link) throws SQLException {
        List<Row> rows =
                link.query("SELECT commits FROM asl4j_sessions WHERE id = ?", Column.list("commits LONG"), session);
        return rows.isEmpty() || rows.get(0).longValue() != commits + 1
                ? new GuardException(GuardException.Outcome.LOST)
                : new GuardException(GuardException.Outcome.APPLIED);
    }

    private void start(Link link) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (EncodedTurn turn : turns) {
            if (turn.start != null) {
                rows.add(turn.start);
            }
        }
        if (!rows.isEmpty()) {
            start(link, rows);
        }
        List<Row> again = new ArrayList<>();
        for (EncodedTurn turn : turns) {
            if (turn.start != null && isTaken(turn) && removeUnsuccessful(link, turn)) {
                again.add(turn.start);
            }
        }
        if (!again.isEmpty()) {
            start(link, again);
        }
    }

    private void start(Link link, List<Row> rows) throws SQLException {
        for (Row row : link.select(ExecutionRows.START, rows, Column.list("key LONG"))) {
            started.add(row.longValue());
        }
    }

    /** An Express child of a Map Run that did not succeed gives way to the one that is started in its stead. */
    private static boolean removeUnsuccessful(Link link, EncodedTurn turn) throws SQLException {
        StoredExecution.Head head = turn.turn.head();
        StoredExecution.Parent parent = head == null ? null : head.parent();
        if (head == null || parent == null || parent.mapRun() == null || head.type() != ExecutionType.EXPRESS) {
            return false;
        }
        List<Long> keys = link
                .query(
                        "SELECT key FROM asl4j_executions WHERE map_run IS NOT NULL AND map_run = ? AND position = ?"
                                + " AND type = 'EXPRESS' AND status NOT IN ('RUNNING', 'SUCCEEDED')",
                        Column.list("key LONG"),
                        parent.mapRun(),
                        parent.position())
                .stream()
                .map(Row::longValue)
                .toList();
        return !keys.isEmpty() && Purge.remove(link, keys);
    }

    private void lock(Link link, List<Row> messages) throws SQLException {
        Set<Long> keys = new HashSet<>();
        turns.forEach(turn -> keys.add(turn.turn.key()));
        messages.forEach(message -> keys.add((Long) message.required(0)));
        database.lock(link, keys);
    }
}
