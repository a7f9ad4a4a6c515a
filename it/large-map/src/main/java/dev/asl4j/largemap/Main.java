package dev.asl4j.largemap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.MapRunDescription;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.objects.FileObjectStore;
import java.nio.file.Path;

/** {@code Main <folder> <each-row|row-batches>}: reads {@code in/rows.csv} of the folder, prints how many items succeeded and the result. */
public final class Main {
    private Main() {}

    /** The program. */
    public static void main(String[] arguments) {
        Workflow<JsonNode, JsonNode> workflow = arguments[1].equals("each-row") ? new EachRow() : new RowBatches();
        try (Engine engine = Engine.builder()
                .objectStore(FileObjectStore.at(Path.of(arguments[0])))
                .register(workflow)
                .build()) {
            Execution<JsonNode> execution = engine.start(workflow, "large", Json.parse("{\"key\": \"rows.csv\"}"));
            JsonNode result = execution.result().join();
            MapRunDescription run = execution.mapRuns().get(0);
            System.out.println(
                    run.itemCounts().succeeded() + " " + run.executionCounts().succeeded() + " "
                            + result.at("/ResultWriterDetails/Key").asText());
        }
    }
}
