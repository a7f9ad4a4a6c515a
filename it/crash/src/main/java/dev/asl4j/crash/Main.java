package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.check.Audit;
import dev.asl4j.crash.check.Leftovers;
import dev.asl4j.crash.check.Reference;
import dev.asl4j.crash.work.Order;
import dev.asl4j.crash.work.SideLog;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The harness, see {@link Options#USAGE}. Prints the seed first, what is wrong, and {@code N passed, M failed} last. */
public final class Main {
    private static final long PATIENCE_MILLIS = Long.getLong("crash.patience", 120_000);
    private static final long SETTLE_MILLIS = 30_000;
    private static final int SHOWN = 40;

    /** What an engine logs that has lost its session. */
    private static final String GIVEN_UP = "has given this engine up";

    private final Options options;
    private final Path folder;
    private final Undisturbed first;
    private final Undisturbed second;

    private Main(Options options, Path folder) throws IOException {
        this.options = options;
        this.folder = folder;
        first = Undisturbed.start(folder.resolve("undisturbed-1"), options.seed(), false, order -> true);
        second = Undisturbed.start(
                folder.resolve("undisturbed-2"),
                options.seed(),
                true,
                order -> order.machine().equals("versioned"));
    }

    /** The program; ends with 0 if nothing failed. */
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println("seed " + options.seed());
        Path folder = Files.createTempDirectory("asl4j-crash-");
        boolean good = false;
        Guard guard = Guard.of(folder);
        try {
            good = new Main(options, folder).run();
        } catch (Exception e) {
            e.printStackTrace();
            sayWhere(folder);
            System.out.println("0 passed, 1 failed");
        } finally {
            guard.close();
        }
        if (good) {
            Folders.delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws Exception {
        Map<String, List<String>> findings = new TreeMap<>();
        try (Database database = options.store().create(folder)) {
            Campaign campaign = new Campaign(folder, options, database.place(), this::taken);
            campaign.kill();
            System.out.println("after " + options.kills() + " kills: "
                    + campaign.drain(PATIENCE_MILLIS) + " of "
                    + campaign.cases().size() + " executions do not end");
            JsonNode listed = campaign.settle(SETTLE_MILLIS);
            findings.put("the end", campaign.close());
            first.finish();
            second.finish();
            try (ExecutionStore store = database.place().open()) {
                audit(store, campaign, listed, findings);
            }
            if (options.kills() > 0) {
                findings.put("what is removed", new Retirement(folder, options, database.place()).findings());
            }
            campaign.kills().places().forEach((place, times) -> System.out.println("died " + place + ": " + times));
        }
        return report(findings);
    }

    private static void sayWhere(Path folder) {
        System.out.println("logs and data are in " + folder);
    }

    private void taken(Case order) {
        first.take(order);
        second.take(order);
    }

    private void audit(ExecutionStore store, Campaign campaign, JsonNode listed, Map<String, List<String>> findings)
            throws IOException {
        Kills kills = campaign.kills();
        kills.addLost(folder.resolve("errors"), GIVEN_UP);
        if (kills.lost() > 0) {
            System.out.println(kills.lost() + " engines were taken for dead although they were not");
        }
        Audit audit = new Audit(
                store,
                new SideLog.Tail(folder.resolve("side")).news(),
                this::references,
                kills::contains,
                kills.count(),
                campaign.acknowledged());
        campaign.cases().stream().filter(Case::wasAskedToStart).forEach(done -> audit.check(done.order()));
        findings.putAll(audit.findings());
        for (Case done : campaign.cases()) {
            findings.computeIfAbsent(done.order().arn(), arn -> new ArrayList<>())
                    .addAll(done.findings());
        }
        for (Case done : campaign.cases()) {
            if (!findings.getOrDefault(done.order().arn(), List.of()).isEmpty()) {
                Files.writeString(folder.resolve(done.order().name() + ".history"), audit.history(done.order()));
            }
        }
        findings.put(
                "what is left",
                Leftovers.findings(store, listed, Set.copyOf(audit.findings().keySet())));
    }

    private List<Reference> references(Order order) {
        return Stream.of(first.reference(order), second.reference(order))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean report(Map<String, List<String>> findings) {
        List<Map.Entry<String, List<String>>> failed = findings.entrySet().stream()
                .filter(execution -> !execution.getValue().isEmpty())
                .toList();
        failed.stream().limit(SHOWN).forEach(execution -> {
            System.out.println(execution.getKey());
            execution.getValue().forEach(finding -> System.out.println("  " + finding));
        });
        if (!failed.isEmpty()) {
            sayWhere(folder);
        }
        System.out.println((findings.size() - failed.size()) + " passed, " + failed.size() + " failed");
        return failed.isEmpty();
    }
}
