package dev.asl4j.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which processes were killed, or lost what they held to others, who took them for dead. */
final class Kills {
    private final Set<String> processes = new TreeSet<>();
    private int lost;

    /** A process was killed. */
    void died(String process) {
        processes.add(process);
    }

    /** Adds those that have said in their logs that they were given up: a busy machine can make an engine miss its lease. */
    void addLost(Path logs, String words) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log : files.toList()) {
                if (Files.readString(log).contains(words)) {
                    lost++;
                    processes.add(log.getFileName().toString().replace(".txt", ""));
                }
            }
        }
    }

    /** Whether others had reason to take over what a process held. */
    boolean contains(String process) {
        return processes.contains(process);
    }

    /** How often that can have been. */
    int count() {
        return processes.size() + lost;
    }

    /** How many were not killed. */
    int lost() {
        return lost;
    }
}
