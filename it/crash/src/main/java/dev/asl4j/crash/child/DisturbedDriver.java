package dev.asl4j.crash.child;

import dev.asl4j.crash.work.Seam;
import dev.asl4j.crash.work.Seam.Point;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Connections whose process may die within a transaction. Takes the place of the true driver. */
final class DisturbedDriver implements Driver {
    private static final Pattern CHANGE = Pattern.compile("(INSERT|UPDATE|DELETE|WITH|CREATE)\\b.*", Pattern.DOTALL);
    private static final Pattern TAKEOVER = Pattern.compile(
            "DELETE FROM ASL4J_SESSIONS\\b.*|UPDATE ASL4J_EXECUTIONS SET HOLDER = NULL\\b.*", Pattern.DOTALL);
    private static final Pattern PURGE =
            Pattern.compile("DELETE FROM ASL4J_(EVENTS|PAYLOADS|MAP_RUNS|EXECUTIONS)\\b.*", Pattern.DOTALL);

    private final Driver driver;
    private final Seam seam;

    private DisturbedDriver(Driver driver, Seam seam) {
        this.driver = driver;
        this.seam = seam;
    }

    /** From now on all connections of this process are such ones, if the seam has a point there. */
    static void install(Seam seam) {
        if (!seam.isInDatabase()) {
            return;
        }
        try {
            for (Driver driver : Collections.list(DriverManager.getDrivers())) {
                DriverManager.deregisterDriver(driver);
                DriverManager.registerDriver(new DisturbedDriver(driver, seam));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        return connection == null ? null : wrap(Connection.class, connection, "");
    }

    /** @param sql of a prepared statement; empty if it is given with the call */
    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                DisturbedDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                            ? given
                            : sql;
                    return call(target, method, arguments, text);
                }));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments, String sql)
            throws Throwable {
        String name = method.getName();
        boolean executes = name.startsWith("execute");
        boolean commits = name.equals("commit") || (executes && sql.endsWith("COMMIT"));
        if (executes) {
            before(sql.strip().toUpperCase(Locale.ROOT));
        }
        if (commits) { // also what goes to the server together with the statements before it
            seam.pass(Point.TRANSACTION);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        if (commits) {
            seam.pass(Point.DURABLE);
        }
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement, sql);
        }
        return result instanceof Statement statement ? wrap(Statement.class, statement, "") : result;
    }

    private void before(String sql) {
        if (CHANGE.matcher(sql).matches()) {
            seam.pass(Point.STATEMENT);
        }
        if (sql.startsWith("CREATE")) {
            seam.pass(Point.SCHEMA);
        }
        if (TAKEOVER.matcher(sql).matches()) {
            seam.pass(Point.TAKEOVER);
        }
        if (PURGE.matcher(sql).matches()) {
            seam.pass(Point.PURGE);
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }
}
