package dev.asl4j.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that break while a transaction is being committed: before the server has heard of it, or after. */
final class FlakySource implements DataSource {
    private final String url;
    private final Deque<Break> breaks = new ArrayDeque<>(); // guarded by itself

    enum Break {
        NONE,
        BEFORE,
        AFTER
    }

    FlakySource(String url) {
        this.url = url;
    }

    /** The next commits break like that. */
    void breakNext(Break... next) {
        synchronized (breaks) {
            for (Break each : next) {
                breaks.add(each);
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        return proxy(Connection.class, connection, connection, method -> method.equals("commit"));
    }

    /**
     * The same, but that it breaks where it commits; also statements that end with it.
     *
     * @param commits whether a method of that name commits
     */
    private <T> T proxy(Class<T> type, T target, Connection connection, Predicate<String> commits) {
        return type.cast(Proxy.newProxyInstance(
                FlakySource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Break next = commits.test(method.getName()) ? next() : Break.NONE;
                    if (next == Break.BEFORE) {
                        connection.abort(Runnable::run);
                        throw new SQLException("broken", "08006");
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (next == Break.AFTER) {
                            connection.abort(Runnable::run);
                            throw new SQLException("broken", "08006");
                        }
                        return result instanceof PreparedStatement statement
                                        && String.valueOf(arguments[0]).endsWith(";COMMIT")
                                ? proxy(PreparedStatement.class, statement, connection, name -> name.equals("execute"))
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Break next() {
        synchronized (breaks) {
            return breaks.isEmpty() ? Break.NONE : breaks.remove();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
