package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.benchmarks.jsonata.Transform;
import dev.asl4j.benchmarks.jsonpath.Branches;
import dev.asl4j.benchmarks.jsonpath.ChoiceLoop;
import dev.asl4j.benchmarks.jsonpath.InlineMap;
import dev.asl4j.benchmarks.jsonpath.PassChain;
import dev.asl4j.benchmarks.jsonpath.RepairOrder;
import dev.asl4j.benchmarks.jsonpath.TaskChain;
import dev.asl4j.runtime.Workflow;

/** What is done, in all its versions. */
public enum Work {
    /** A hundred Pass states, each of which reads a field and writes an object at a path. */
    PASS_CHAIN("pass-chain", 0.6),

    /** Twenty tasks with Parameters, ResultSelector and ResultPath. */
    TASK_CHAIN("task-chain", 0.6),

    /** A thousand rounds of a Choice and a Pass. */
    CHOICE_LOOP("choice-loop", 0.6),

    /** An inline Map over a thousand items, with a Choice and two Pass states for each. */
    MAP("map", 0.8),

    /** A Parallel of ten branches with five Pass states each. */
    PARALLEL("parallel", 0.8),

    /** An order that is taken: some forty states, a dozen tasks, one of which fails and is caught. */
    ORDER("order", 1.0),

    /** JSONata alone: expressions over sixty lines. */
    TRANSFORM("transform", Double.NaN);

    private static final int ITEMS = 1_000;
    private static final int LINES = 60;

    private final String title;
    private final double wanted;

    Work(String title, double wanted) {
        this.title = title;
        this.wanted = wanted;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** The time that it may take in JSONPath, as a part of the time by hand; NaN if there is no such version. */
    public double wanted() {
        return wanted;
    }

    /** Whether there is a definition in that language. */
    public boolean isIn(Language language) {
        return language == Language.JSONATA || this != TRANSFORM;
    }

    /**
     * The compiled definition with its handlers.
     *
     * @throws IllegalArgumentException if there is none in that language
     */
    public Workflow<JsonNode, JsonNode> workflow(Language language) {
        return switch (language) {
            case JSONPATH -> jsonPath();
            case JSONATA -> jsonata();
        };
    }

    private Workflow<JsonNode, JsonNode> jsonPath() {
        return switch (this) {
            case PASS_CHAIN -> new PassChain();
            case TASK_CHAIN -> new TaskChain((in, task) -> Services.inspect(in));
            case CHOICE_LOOP -> new ChoiceLoop();
            case MAP -> new InlineMap();
            case PARALLEL -> new Branches();
            case ORDER -> new RepairOrder(new Workshop.ForJsonPath());
            case TRANSFORM -> throw new IllegalArgumentException(title + " is in JSONata only");
        };
    }

    private Workflow<JsonNode, JsonNode> jsonata() {
        return switch (this) {
            case PASS_CHAIN -> new dev.asl4j.benchmarks.jsonata.PassChain();
            case TASK_CHAIN -> new dev.asl4j.benchmarks.jsonata.TaskChain((in, task) -> Services.inspect(in));
            case CHOICE_LOOP -> new dev.asl4j.benchmarks.jsonata.ChoiceLoop();
            case MAP -> new dev.asl4j.benchmarks.jsonata.InlineMap();
            case PARALLEL -> new dev.asl4j.benchmarks.jsonata.Branches();
            case ORDER -> new dev.asl4j.benchmarks.jsonata.RepairOrder(new Workshop.ForJsonata());
            case TRANSFORM -> new Transform();
        };
    }

    /** Does it by hand; the input is not changed. */
    public JsonNode byHand(JsonNode in) {
        return switch (this) {
            case PASS_CHAIN -> Chains.paint(in);
            case TASK_CHAIN -> Chains.inspections(in, Services::inspect);
            case CHOICE_LOOP -> Chains.pump(in);
            case MAP -> Fans.stockTaking(in);
            case PARALLEL -> Fans.wheels(in);
            case ORDER -> RepairOrderByHand.run(in);
            case TRANSFORM -> Invoice.of(in);
        };
    }

    /** The input, as text. */
    public String input() {
        return switch (this) {
            case PASS_CHAIN -> Inputs.frame();
            case TASK_CHAIN -> Inputs.bike();
            case CHOICE_LOOP -> Inputs.tyre();
            case MAP -> Inputs.store(ITEMS);
            case PARALLEL -> Inputs.wheels();
            case ORDER -> Inputs.order();
            case TRANSFORM -> Inputs.invoice(LINES);
        };
    }
}
