package dev.asl4j.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;

/** Where connections to PostgreSQL come from. */
interface PostgresSource {
    /** A connection of the pool, which gets it back when it is closed. */
    Connection pooled() throws SQLException;

    /** A connection to be kept. */
    Connection single() throws SQLException;

    void close();

    /** The user's data source, which the user closes. */
    static PostgresSource of(DataSource source) {
        return new PostgresSource() {
            @Override
            public Connection pooled() throws SQLException {
                return source.getConnection();
            }

            @Override
            public Connection single() throws SQLException {
                return source.getConnection();
            }

            @Override
            public void close() {
                // the user's
            }
        };
    }

    /** A pool of our own, and connections beside it for those who keep theirs. */
    static PostgresSource of(String url, JdbcOptions options) {
        return new PostgresPool(url, options);
    }

    /** HikariCP. */
    final class PostgresPool implements PostgresSource {
        private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
        private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

        private final String url;
        private final Properties properties = new Properties();
        private final HikariDataSource pool;

        PostgresPool(String url, JdbcOptions options) {
            this.url = url;
            set("user", options.user());
            set("password", options.password());
            set("ApplicationName", "asl4j");
            set("tcpKeepAlive", "true");
            HikariConfig config = new HikariConfig();
            config.setPoolName("asl4j");
            config.setJdbcUrl(url);
            config.setDataSourceProperties(properties);
            config.setMaximumPoolSize(options.poolSize());
            config.setMinimumIdle(1);
            config.setInitializationFailTimeout(-1);
            Duration wait = options.patience().compareTo(LONGEST_WAIT) < 0 ? options.patience() : LONGEST_WAIT;
            config.setConnectionTimeout(Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis()));
            this.pool = new HikariDataSource(config);
        }

        private void set(String property, @org.jspecify.annotations.Nullable String value) {
            if (value != null) {
                properties.setProperty(property, value);
            }
        }

        @Override
        public Connection pooled() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public Connection single() throws SQLException {
            return java.sql.DriverManager.getConnection(url, properties);
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
