package dev.asl4j.compiler.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks all files, and then again whatever changes. */
final class Watch {
    private final Terminal terminal;
    private final CheckRun run;
    private final List<String> arguments;
    private final Map<DefinitionFile, String> stamps = new LinkedHashMap<>();

    Watch(Terminal terminal, CheckRun run, List<String> arguments) {
        this.terminal = terminal;
        this.run = run;
        this.arguments = arguments;
    }

    /** Ends when there are no more changes to wait for, which is never unless the program is interrupted. */
    int run(DefinitionFiles found, Changes.Source source, boolean failOnWarnings)
            throws IOException, InterruptedException {
        try (Changes changes = source.open()) {
            changes.watch(found.folders());
            run.start();
            Tally tally = check(scan(changes));
            while (changes.await()) {
                DefinitionFiles now = scan(changes);
                if (isChanged(now)) {
                    tally = check(now);
                }
            }
            run.end();
            return run.exitCode(tally.exitCode(failOnWarnings));
        }
    }

    /** What is there, once all folders are watched. */
    private DefinitionFiles scan(Changes changes) throws IOException {
        DefinitionFiles now = DefinitionFiles.of(arguments);
        while (changes.watch(now.folders())) {
            now = DefinitionFiles.of(arguments);
        }
        return now;
    }

    private boolean isChanged(DefinitionFiles now) {
        return stamps.size() != now.files().size()
                || now.files().stream().anyMatch(file -> !file.stamp().equals(stamps.get(file)));
    }

    private Tally check(DefinitionFiles now) throws InterruptedException {
        List<DefinitionFile> gone = new ArrayList<>(stamps.keySet());
        gone.removeAll(now.files());
        for (DefinitionFile file : gone) {
            stamps.remove(file);
            run.forget(file);
        }
        List<DefinitionFile> changed = new ArrayList<>();
        for (DefinitionFile file : now.files()) {
            String stamp = file.stamp();
            if (!stamp.equals(stamps.put(file, stamp))) {
                changed.add(file);
            }
        }
        Tally tally = run.check(changed);
        terminal.flush();
        now.faults().forEach(fault -> terminal.err().println("aslc: " + fault));
        terminal.err().println(tally.summary() + "; watching, Ctrl-C ends it");
        return tally;
    }
}
