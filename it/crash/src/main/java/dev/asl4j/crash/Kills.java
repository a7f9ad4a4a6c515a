package dev.asl4j.crash;

import dev.asl4j.crash.work.Seam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which processes were killed, or lost what they held to others, who took them for dead. */
final class Kills {
    private static final int SIGNAL = 128;
    private static final int SIGKILL = 9;

    private final Set<String> processes = new TreeSet<>();
    private final Map<String, Integer> places = new TreeMap<>();
    private int lost;

    /** A process was killed. */
    void died(String process) {
        processes.add(process);
    }

    /**
     * A process is no more.
     *
     * @param exit its exit code
     * @param seam where it was to die by itself
     * @return what is wrong with that; empty if it was killed, or died where it was to
     */
    String died(String process, int exit, String seam) {
        processes.add(process);
        if (exit == Seam.EXIT) {
            places.merge(seam.replaceAll(":.*", ""), 1, Integer::sum);
        } else if (exit == SIGNAL + SIGKILL) {
            places.merge("ANYWHERE", 1, Integer::sum);
        } else {
            return process + " was not killed, and ended with " + exit;
        }
        return "";
    }

    /** A process stood still, and went on. */
    void paused() {
        places.merge("PAUSED BEFORE", 1, Integer::sum);
    }

    /** How many died where. */
    Map<String, Integer> places() {
        return places;
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
