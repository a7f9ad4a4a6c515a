package dev.asl4j.benchmarks.start;

import dev.asl4j.benchmarks.jsonpath.RepairOrder;
import dev.asl4j.benchmarks.work.Workshop;
import dev.asl4j.runtime.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an order from a file, takes it with the compiled workflow and prints what came out. */
public final class OrderCompiled {
    private OrderCompiled() {}

    /** The file is the argument. */
    public static void main(String[] arguments) throws IOException {
        String order = Files.readString(Path.of(arguments[0]));
        System.out.println(Json.write(new RepairOrder(new Workshop.ForJsonPath()).run(Json.parse(order))));
    }
}
