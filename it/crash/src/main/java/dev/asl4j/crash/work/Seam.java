package dev.asl4j.crash.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a process can be made to die: at the n-th time that it passes a point. */
public final class Seam {
    /** How a process ends that died by itself; one that was killed ends otherwise. */
    public static final int EXIT = 86;

    private final @Nullable Point point;
    private final int time;
    private final AtomicInteger passed = new AtomicInteger();

    private Seam(@Nullable Point point, int time) {
        this.point = point;
        this.time = time;
    }

    /** The points. */
    public enum Point {
        /** A turn is about to be committed. */
        BEFORE_COMMIT(25),
        /** A turn is durable; the engine has not heard of it. */
        COMMITTED(25),
        /** The engine has heard of it, and has begun the effects. */
        TOLD(25),
        /** A turn that gives the execution out of memory is about to be committed. */
        BEFORE_RELEASE(5),
        /** It is durable. */
        RELEASED(5),
        /** A turn that ends the execution is about to be committed. */
        BEFORE_END(10),
        /** It is durable. */
        ENDED(10),
        /** Executions are about to be claimed. */
        BEFORE_CLAIM(10),
        /** They are held, and are taken up next. */
        CLAIMED(5),
        /** A message is about to be sent. */
        BEFORE_SEND(10),
        /** It is in the mailbox. */
        SENT(10),
        /** A handler was called. */
        HANDLER_CALLED(25),
        /** Its work is done. */
        HANDLER_DONE(25),
        /** A worker has polled the task of an activity. */
        POLLED(5),
        /** In a transaction, before a statement that changes something, whatever it is. */
        STATEMENT(100),
        /** In a transaction, after its last statement. */
        TRANSACTION(30),
        /** The database has a transaction, and who asked for it has not heard of it. */
        DURABLE(30),
        /** Before a statement that makes the tables. */
        SCHEMA(20),
        /** Before a statement by which an engine takes over what a dead one held. */
        TAKEOVER(2),
        /** Before a statement that removes executions that ended long ago. */
        PURGE(40);

        /** Those that every engine passes that has something to do. */
        public static final List<Point> DAILY = Stream.of(values())
                .filter(point -> point != SCHEMA && point != PURGE)
                .toList();

        private static final Set<Point> IN_DATABASE =
                EnumSet.of(STATEMENT, TRANSACTION, DURABLE, SCHEMA, TAKEOVER, PURGE);

        private final int times;

        Point(int times) {
            this.times = times;
        }

        /** How often an engine passes it within a moment, roughly. */
        public int times() {
            return times;
        }

        /** Whether it is between the store and its database. */
        public boolean isInDatabase() {
            return IN_DATABASE.contains(this);
        }
    }

    /** Nothing happens. */
    public static Seam none() {
        return new Seam(null, 0);
    }

    /** {@code COMMITTED:17}, say: the process ends the 17th time; empty: nothing happens. */
    public static Seam of(String text) {
        if (text.isEmpty()) {
            return none();
        }
        String[] parts = text.split(":", 2);
        return new Seam(Point.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Whether its point is between the store and its database. */
    public boolean isInDatabase() {
        return point != null && point.isInDatabase();
    }

    /** The process passes a point. No hook runs, nothing is flushed, no lock is given back: as with {@code kill -9}. */
    public void pass(Point here) {
        if (here == point && passed.incrementAndGet() == time) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
