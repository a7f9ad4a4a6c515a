package dev.asl4j.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
import java.util.Objects;

/** Something that an engine is to do with an execution: it is durable in the store, and an engine takes it up. */
final class Ordered {
    private final Connection connection;
    private final StoredExecution execution;
    private final StoredMessage.Kind kind;

    Ordered(Connection connection, StoredExecution execution, StoredMessage.Kind kind) {
        this.connection = connection;
        this.execution = execution;
        this.kind = kind;
    }

    /** Whether the same was asked for before, and no engine has taken it up yet. */
    boolean isWaiting() {
        return connection.store().messages(execution.key()).stream().anyMatch(message -> message.kind() == kind);
    }

    /** Waits for an engine, and says what became of it. */
    void await(Waiting waiting, String done) throws InterruptedException {
        boolean taken = waiting.until(
                () -> !isWaiting(), connection.options().surroundings().pause());
        StoredExecution now = connection.store().get(execution.key()).orElse(execution);
        if (connection.options().isJson()) {
            ObjectNode json = Views.object();
            json.put("taken", taken);
            json.put("status", now.progress().status().name());
            json.put("redriveCount", now.progress().redriveCount());
            connection.options().terminal().data().print(Views.text(json));
        } else {
            String name = Table.printable(execution.head().name());
            connection
                    .options()
                    .terminal()
                    .text()
                    .println(
                            taken
                                    ? name + " " + done + ": it is "
                                            + now.progress().status()
                                    : later(waiting));
        }
    }

    private static String later(Waiting waiting) {
        String within = Objects.requireNonNullElse(waiting.words(), "yet");
        return "Accepted, but no engine has taken it up " + within
                + ". It is kept, and will be taken up as soon as an engine runs.";
    }
}
