package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Workflow;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The workflows by name, with their handlers. */
public final class Machines {
    /** The activity that workers poll for. */
    public static final String ACTIVITY = "stamp";

    private final Map<String, Workflow<JsonNode, JsonNode>> byName = new TreeMap<>();
    private final Workflow<JsonNode, JsonNode> first;
    private final Versions versions;

    /** Which version of {@code versioned} there is. */
    public enum Versions {
        FIRST,
        /** The second, and the first beside it. */
        SECOND,
        /** The third, which lacks a state of the first, and nothing beside it. */
        THIRD,
        /** The third, and the first beside it. */
        THIRD_AND_FIRST
    }

    /** With that version of the definition that changes. */
    public Machines(Labour labour, Versions versions) {
        this.versions = versions;
        first = new dev.asl4j.crash.first.Versioned(labour);
        add(new Chain(labour));
        add(new FanOut(labour));
        add(new EachItem(labour));
        add(new Patience(labour));
        add(new SecondChances(labour));
        add(new Callback(labour));
        add(new Parent(labour));
        add(new Distributed(labour));
        add(new Polled(labour));
        add(new Stopped(labour));
        add(new Throttled(labour));
        add(new Mended(labour));
        add(new MendedMap(labour));
        add(new Hang(labour));
        add(new Exhaust(labour));
        add(new Poison(labour));
        add(
                switch (versions) {
                    case FIRST -> first;
                    case SECOND -> new dev.asl4j.crash.second.Versioned(labour);
                    case THIRD, THIRD_AND_FIRST -> new dev.asl4j.crash.third.Versioned(labour);
                });
    }

    private void add(Workflow<JsonNode, JsonNode> workflow) {
        byName.put(workflow.name(), workflow);
    }

    /** The workflow of that name. */
    public Workflow<JsonNode, JsonNode> get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** All of them. */
    public Iterable<Workflow<JsonNode, JsonNode>> all() {
        return byName.values();
    }

    /** Makes them known to an engine. */
    public Engine.Builder register(Engine.Builder builder) {
        byName.values().forEach(builder::register);
        switch (versions) {
            case SECOND, THIRD_AND_FIRST -> builder.registerPrevious(first);
            case FIRST, THIRD -> {}
        }
        return builder.polledActivity(ACTIVITY);
    }
}
