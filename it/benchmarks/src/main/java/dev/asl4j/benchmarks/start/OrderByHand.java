package dev.asl4j.benchmarks.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.benchmarks.work.RepairOrderByHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an order from a file, takes it by hand and prints what came out. */
public final class OrderByHand {
    private OrderByHand() {}

    /** The file is the argument. */
    public static void main(String[] arguments) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        String order = Files.readString(Path.of(arguments[0]));
        System.out.println(mapper.writeValueAsString(RepairOrderByHand.run(mapper.readTree(order))));
    }
}
