package dev.asl4j.benchmarks.suite;

import java.util.Locale;

/** What the measurements are about; each has a table. */
enum Area {
    RUN("workflows in JSONPath by `run`, beside Java by hand on Jackson's tree"),
    ENGINE("executions in an engine in memory, 64 in flight, beside Java by hand in one thread"),
    JSONATA("workflows in JSONata by `run`, beside Java by hand"),
    JSONPATH("paths in a compiled state, its run included, beside Jayway's json-path"),
    TEXT("JSON read and written, beside Jackson's `ObjectMapper`"),
    HANDLERS("`run` of twenty tasks whose handlers are busy for a millisecond, beside Java by hand"),
    START("a process from its start to the output of an order, beside Java by hand"),
    COMPILE("definitions to Java in one process"),
    MEMORY("bytes for an execution that waits in memory");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As options have it. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
