package dev.asl4j.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a driver, for a pool that is to know neither URL nor properties: it logs what it knows. */
final class DriverSource implements DataSource {
    private static final String LOGIN_TIMEOUT = "loginTimeout"; // of PostgreSQL's driver, in seconds

    private final String url;
    private final Properties properties;

    DriverSource(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Connections are for one user.");
    }

    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(properties.getProperty(LOGIN_TIMEOUT, "0"));
    }

    @Override
    public void setLoginTimeout(int seconds) {
        properties.setProperty(LOGIN_TIMEOUT, Integer.toString(seconds));
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // a driver has its own
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("A driver has its own.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing inside.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "DriverSource";
    }
}
