package dev.asl4j.admin;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the program meets outside of its arguments.
 *
 * @param variables of the environment, by name
 * @param prompt asks for a password on the terminal; gives null if there is none
 * @param opener opens a store
 * @param pause lets time pass
 * @param environment time, for what depends on it
 */
record Surroundings(
        Terminal terminal,
        UnaryOperator<@Nullable String> variables,
        Prompt prompt,
        Opener opener,
        Pause pause,
        @Nullable Environment environment) {

    /** Asks for a password. */
    @FunctionalInterface
    interface Prompt {
        char @Nullable [] ask(String question);
    }

    /** Opens a store. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens it as it is: makes no tables, and no file.
         *
         * @param url {@code jdbc:...}
         */
        ExecutionStore open(String url, @Nullable String user, @Nullable String password);
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }
}
