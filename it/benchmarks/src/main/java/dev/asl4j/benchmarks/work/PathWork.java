package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.benchmarks.jsonpath.DefinitePaths;
import dev.asl4j.benchmarks.jsonpath.IndefinitePaths;
import dev.asl4j.benchmarks.jsonpath.WrittenPaths;
import dev.asl4j.runtime.Workflow;

/** Paths that states read or write in an {@linkplain Inputs#order order}, compiled and by Jayway's json-path. */
public enum PathWork {
    /** Ten reference paths. */
    DEFINITE("ten reference paths, read"),

    /** Wildcards, filters, slices, a union and a descent. */
    INDEFINITE("six paths to several places, read"),

    /** Eight writes. */
    WRITTEN("eight paths, written");

    private final String title;

    PathWork(String title) {
        this.title = title;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** A state that reads all of the paths, or a state for each that is written. */
    public Workflow<JsonNode, JsonNode> workflow() {
        return switch (this) {
            case DEFINITE -> new DefinitePaths();
            case INDEFINITE -> new IndefinitePaths();
            case WRITTEN -> new WrittenPaths();
        };
    }

    /** The same by Jayway's json-path. */
    public JsonNode byJayway(JsonNode in) {
        return switch (this) {
            case DEFINITE -> JaywayPaths.readDefinite(in);
            case INDEFINITE -> JaywayPaths.readIndefinite(in);
            case WRITTEN -> JaywayPaths.write(in);
        };
    }
}
