package dev.asl4j.benchmarks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** One connection that commits one row after the other: what the database and the disk can do without group commit. */
final class RawCommits {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WARM_UP = 20;

    private RawCommits() {}

    /** Commits in a second. */
    static double measure(Database database, int bytes, Duration time) throws SQLException {
        try (Connection connection = database.raw();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO raw (key, content) VALUES (?, ?)")) {
            String content = "x".repeat(bytes);
            long key = 0;
            for (int i = 0; i < WARM_UP; i++) {
                insert(insert, ++key, content);
            }
            long begin = System.nanoTime();
            long commits = 0;
            while (System.nanoTime() - begin < time.toNanos()) {
                insert(insert, ++key, content);
                commits++;
            }
            return commits * NANOS_PER_SECOND / (System.nanoTime() - begin);
        }
    }

    private static void insert(PreparedStatement insert, long key, String content) throws SQLException {
        insert.setLong(1, key);
        insert.setString(2, content);
        insert.executeUpdate();
    }
}
