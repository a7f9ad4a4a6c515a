package dev.asl4j.crash.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.work.Order;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must not be in a store in which everything has ended, and what an engine must have listed of it. */
public final class Leftovers {
    private static final int PAGE = 500;
    private static final Duration FAR = Duration.ofDays(3_650);

    private Leftovers() {}

    /**
     * What is left, or listed otherwise than it is kept.
     *
     * @param listed what an engine listed: machine, name and status of each
     * @param known ARNs of all that were ordered, and of those that these have started
     */
    public static List<String> findings(ExecutionStore store, JsonNode listed, Set<String> known) {
        List<String> findings = new ArrayList<>();
        Set<String> kept = new TreeSet<>();
        ExecutionQuery.Cursor after = null;
        for (boolean more = true; more; ) {
            List<StoredExecution> page =
                    store.list(new ExecutionQuery(null, null, null, null, null, false, after, PAGE));
            for (StoredExecution execution : page) {
                after = new ExecutionQuery.Cursor(execution.head().start(), execution.key());
                StoredExecution.Head head = execution.head();
                String line = head.machine() + " " + head.name() + " "
                        + execution.progress().status();
                if (!known.contains(Order.arn(head.machine(), head.name()))) {
                    findings.add("nobody ordered it: " + line);
                }
                if (!kept.add(line)) {
                    findings.add("is there twice: " + line);
                }
                if (!store.messages(execution.key()).isEmpty()) {
                    findings.add("has messages that it will never take: " + line);
                }
            }
            more = !page.isEmpty();
        }
        Set<String> seen = new TreeSet<>();
        for (JsonNode line : listed) {
            String text = line.path("machine").asText() + " "
                    + line.path("name").asText() + " " + line.path("status").asText();
            if (!seen.add(text)) {
                findings.add("is listed twice: " + text);
            }
        }
        difference("is not listed: ", kept, seen, findings);
        difference("is listed, and not there: ", seen, kept, findings);
        due(store, findings);
        return findings;
    }

    private static void difference(String what, Set<String> some, Set<String> others, List<String> findings) {
        some.stream().filter(line -> !others.contains(line)).forEach(line -> findings.add(what + line));
    }

    /** Nothing waits to be taken up, now or ever. */
    private static void due(ExecutionStore store, List<String> findings) {
        try (StoreSession session = store.join(new Nobody())) {
            session.claimDue(Instant.now().plus(FAR), PAGE)
                    .forEach(claimed -> findings.add("waits to be taken up: " + claimed.execution()));
            session.nextDue().ifPresent(due -> findings.add("something is due at " + due));
        }
    }

    /** Wants to hear nothing. */
    private static final class Nobody implements StoreClient {
        @Override
        public void received(long key, StoredMessage message) {}

        @Override
        public void due() {}

        @Override
        public void ended(long key) {}

        @Override
        public void lost() {}
    }
}
