package dev.asl4j.jdbc;

import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Brings what the pool of connections logs to where all else is logged, so that tests see it. */
public final class PoolLogs implements SLF4JServiceProvider {
    private static final Map<Level, java.util.logging.Level> LEVELS = Map.of(
            Level.ERROR, java.util.logging.Level.SEVERE,
            Level.WARN, java.util.logging.Level.WARNING,
            Level.INFO, java.util.logging.Level.FINE, // nothing that those who run tests want to see
            Level.DEBUG, java.util.logging.Level.FINE,
            Level.TRACE, java.util.logging.Level.FINER);

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter contexts = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Bridge::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return contexts;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // nothing to be done
    }

    private static final class Bridge extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final transient Logger logger;

        Bridge(String name) {
            this.name = name;
            logger = Logger.getLogger(name);
        }

        private boolean isLogged(Level level) {
            return logger.isLoggable(LEVELS.get(level));
        }

        @Override
        public boolean isErrorEnabled() {
            return isLogged(Level.ERROR);
        }

        @Override
        public boolean isWarnEnabled() {
            return isLogged(Level.WARN);
        }

        @Override
        public boolean isInfoEnabled() {
            return isLogged(Level.INFO);
        }

        @Override
        public boolean isDebugEnabled() {
            return isLogged(Level.DEBUG);
        }

        @Override
        public boolean isTraceEnabled() {
            return isLogged(Level.TRACE);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Bridge.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            String message = MessageFormatter.basicArrayFormat(pattern, arguments);
            LogRecord entry = new LogRecord(LEVELS.get(level), message);
            entry.setLoggerName(name);
            entry.setThrown(thrown);
            logger.log(entry);
        }
    }
}
