package dev.asl4j.benchmarks.durable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database to measure, with a raw connection that has the settings of the store's. */
interface Database {
    String name();

    /** Of an empty store. */
    String url(String purpose) throws SQLException;

    /** A connection to an empty table {@code raw} of a key and a content, beside the store. */
    Connection raw() throws SQLException;

    /** Files in a folder. */
    record Sqlite(Path folder) implements Database {
        /** As in the store. */
        private static final int LOG_PAGES = 4_000;

        @Override
        public String name() {
            return "SQLite";
        }

        @Override
        public String url(String purpose) {
            return "jdbc:sqlite:" + folder.resolve(purpose + ".db");
        }

        @Override
        public Connection raw() throws SQLException {
            Connection connection = DriverManager.getConnection(url("raw"));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("DROP TABLE IF EXISTS raw");
                statement.execute("CREATE TABLE raw (key INTEGER PRIMARY KEY, content TEXT NOT NULL)");
                growLog(statement);
            }
            return connection;
        }

        /**
         * The log is as large as it gets in a while, and is written over from now on: as long as it grows, the file system has to note
         * its size at each commit, which would make raw commits slower than those of a store that has run for a while.
         */
        private static void growLog(Statement statement) throws SQLException {
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
            statement.execute(
                    "INSERT INTO raw (content) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                            + LOG_PAGES + ") SELECT printf('%.*c', 4000, 'x') FROM n");
            statement.execute("DELETE FROM raw");
            statement.execute("PRAGMA wal_checkpoint(RESTART)");
        }
    }

    /** A server. */
    record Postgresql(String url) implements Database {
        @Override
        public String name() {
            return "PostgreSQL";
        }

        /** A schema for each purpose. */
        @Override
        public String url(String purpose) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + purpose.replace('-', '_'));
            }
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + purpose.replace('-', '_');
        }

        @Override
        public Connection raw() throws SQLException {
            Connection connection = DriverManager.getConnection(url("raw"));
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS raw");
                statement.execute("CREATE TABLE raw (key BIGINT PRIMARY KEY, content TEXT NOT NULL)");
            }
            return connection;
        }
    }
}
