package dev.asl4j.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

        /** Secrets in a URL, which the driver logs as it is. */
        private static final Pattern SECRET = Pattern.compile("([?&])(password|sslpassword)=([^&]*)");

        private final Properties properties = new Properties();
        private final DriverSource source;
        private final HikariDataSource pool;

        PostgresPool(String url, JdbcOptions options) {
            set("user", options.user());
            set("password", options.password());
            set("ApplicationName", "asl4j");
            set("tcpKeepAlive", "true");
            source = new DriverSource(withoutSecrets(url), properties);
            HikariConfig config = new HikariConfig();
            config.setPoolName("asl4j");
            config.setDataSource(source);
            config.setMaximumPoolSize(options.poolSize());
            config.setMinimumIdle(1);
            config.setInitializationFailTimeout(-1);
            Duration wait = options.patience().compareTo(LONGEST_WAIT) < 0 ? options.patience() : LONGEST_WAIT;
            config.setConnectionTimeout(Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis()));
            this.pool = new HikariDataSource(config);
        }

        /** They become properties, in which they come before what the options say, as they do in a URL. */
        private String withoutSecrets(String url) {
            Matcher secrets = SECRET.matcher(url);
            while (secrets.find()) {
                set(secrets.group(2), decoded(secrets.group(3)));
            }
            return secrets.replaceAll("$1");
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException broken) { // says what it found there
                throw new IllegalArgumentException(
                        "A password in the URL of the database has a % before what are no two hexadecimal digits.");
            }
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
            return source.getConnection();
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
