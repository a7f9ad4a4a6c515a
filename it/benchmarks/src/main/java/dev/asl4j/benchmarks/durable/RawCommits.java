package dev.asl4j.benchmarks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One connection that commits one row after the other: what the database and the disk can do without group commit. */
final class RawCommits implements Side {
    private final Connection connection;
    private final PreparedStatement insert;
    private final String content;
    private long key;

    /** @param bytes of a row */
    RawCommits(Database database, int bytes) throws SQLException {
        connection = database.raw();
        insert = connection.prepareStatement("INSERT INTO raw (key, content) VALUES (?, ?)");
        content = "x".repeat(bytes);
    }

    @Override
    public double slice(long nanos) throws SQLException {
        long begin = System.nanoTime();
        long commits = 0;
        while (System.nanoTime() - begin < nanos) {
            insert.setLong(1, ++key);
            insert.setString(2, content);
            insert.executeUpdate();
            commits++;
        }
        return commits * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
