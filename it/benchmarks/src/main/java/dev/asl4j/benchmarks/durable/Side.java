package dev.asl4j.benchmarks.durable;

import java.sql.SQLException;

/** One of two things that are compared by turns. */
interface Side extends AutoCloseable {
    /** Nanoseconds of a second. */
    double NANOS_PER_SECOND = 1e9;

    /** Works for about so long, and does nothing before and after it; gives how much it did in a second. */
    double slice(long nanos) throws Exception;

    @Override
    void close() throws SQLException;
}
