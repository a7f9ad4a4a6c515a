package dev.asl4j.runtime.spi;

import java.util.ArrayList;
import java.util.List;

/** What the driver knows of a scope's states: by number their type, name, retriers and catchers. */
public final class StateTable {
    private final Row[] rows;

    private StateTable(List<Row> rows) {
        this.rows = rows.toArray(new Row[0]);
    }

    /** An empty table to be filled in the order of the states' numbers. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many states there are. */
    public int size() {
        return rows.length;
    }

    /** The kind of a state. */
    public StateType type(int state) {
        return rows[state].type;
    }

    /** The name of a state, as in the definition. */
    public String name(int state) {
        return rows[state].name;
    }

    /** {@code Retry} of a state, empty if it has none. */
    public List<Retrier> retriers(int state) {
        return rows[state].retriers;
    }

    /** {@code Catch} of a state, empty if it has none. */
    public List<Catcher> catchers(int state) {
        return rows[state].catchers;
    }

    /** Whether a state has a task token: it waits for its answer, or runs a job. */
    public boolean hasToken(int state) {
        return rows[state].token != TokenUse.NONE;
    }

    /** Whether a state waits for the answer to a task token. */
    public boolean waitsForToken(int state) {
        return rows[state].token == TokenUse.RESULT;
    }

    /** Collects the rows; the first state gets number 0. */
    public static final class Builder {
        private final List<Row> rows = new ArrayList<>();

        private Builder() {}

        /** Adds a state. */
        public Builder state(StateType type, String name) {
            rows.add(new Row(type, name, List.of(), List.of(), TokenUse.NONE));
            return this;
        }

        /** {@code Retry} of the state added last. */
        public Builder retry(Retrier... retriers) {
            Row last = last();
            return replaceLast(new Row(last.type, last.name, List.of(retriers), last.catchers, last.token));
        }

        /** {@code Catch} of the state added last. */
        public Builder caught(Catcher... catchers) {
            Row last = last();
            return replaceLast(new Row(last.type, last.name, last.retriers, List.of(catchers), last.token));
        }

        /** The state added last is a Task whose {@code Resource} ends in {@code .waitForTaskToken}. */
        public Builder waitsForToken() {
            Row last = last();
            return replaceLast(new Row(last.type, last.name, last.retriers, last.catchers, TokenUse.RESULT));
        }

        /**
         * The state added last is a Task whose {@code Resource} ends in {@code .sync} or {@code .sync:2}: it has a token, whose answer
         * is taken for the result if it comes before the end of the job.
         */
        public Builder runsJob() {
            Row last = last();
            return replaceLast(new Row(last.type, last.name, last.retriers, last.catchers, TokenUse.SHORTCUT));
        }

        /** The finished table. */
        public StateTable build() {
            return new StateTable(rows);
        }

        private Row last() {
            if (rows.isEmpty()) {
                throw new IllegalStateException("add a state first");
            }
            return rows.get(rows.size() - 1);
        }

        private Builder replaceLast(Row row) {
            rows.set(rows.size() - 1, row);
            return this;
        }
    }

    private record Row(StateType type, String name, List<Retrier> retriers, List<Catcher> catchers, TokenUse token) {}

    private enum TokenUse {
        NONE,
        SHORTCUT,
        RESULT
    }
}
