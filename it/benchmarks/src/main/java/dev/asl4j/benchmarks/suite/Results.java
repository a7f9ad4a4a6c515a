package dev.asl4j.benchmarks.suite;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Figures as tables and as JSON. */
final class Results {
    private static final int HUNDRED = 100;

    private final List<Row> rows;

    Results(List<Row> rows) {
        this.rows = rows;
    }

    /** A table for each area that there are rows of, below a line about the machine. */
    void print() {
        System.out.printf(
                "%n%s %s, %d processors%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        for (Area area : Area.values()) {
            List<Row> of = rows.stream().filter(row -> row.area() == area).toList();
            if (!of.isEmpty()) {
                System.out.printf("%n#### %s: %s%n%n", area.option(), area.title());
                print(of);
            }
        }
    }

    private static void print(List<Row> rows) {
        if (rows.stream().allMatch(row -> Double.isNaN(row.ratio()))) {
            Table table = new Table("", "measured", "wanted");
            rows.forEach(row -> table.row(row.what(), figure(row.measured()) + " " + row.unit(), atMost(row)));
            table.print();
            return;
        }
        Table table = new Table("", "measured", "beside", "ratio", "wanted", "processor", "bytes", "bytes beside");
        for (Row row : rows) {
            table.row(
                    row.what(),
                    figure(row.measured()) + " " + row.unit(),
                    figure(row.beside()) + " " + row.unit(),
                    ratio(row.ratio()),
                    atMost(row),
                    ratio(row.processor()),
                    whole(row.bytes()),
                    whole(row.bytesBeside()));
        }
        table.print();
    }

    private static String atMost(Row row) {
        return Double.isNaN(row.wanted()) ? "" : "<= " + (row.wanted() > HUNDRED ? whole(row.wanted()) : row.wanted());
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Three digits, or all of the whole part. */
    private static String figure(double value) {
        return value >= HUNDRED ? whole(value) : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** {@code {"java":..., "processors":..., "rounds":..., "rows":[{"area":..., "what":..., "unit":..., "measured":..., ...}]}} */
    void write(Path file, Options options) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode report = mapper.createObjectNode()
                .put("java", System.getProperty("java.version"))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("quick", options.quick())
                .put("rounds", options.rounds());
        ArrayNode array = report.putArray("rows");
        for (Row row : rows) {
            ObjectNode json = array.addObject()
                    .put("area", row.area().option())
                    .put("what", row.what())
                    .put("unit", row.unit());
            put(json, "measured", row.measured());
            put(json, "beside", row.beside());
            put(json, "ratio", row.ratio());
            put(json, "processorRatio", row.processor());
            put(json, "bytes", row.bytes());
            put(json, "bytesBeside", row.bytesBeside());
            put(json, "wanted", row.wanted());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private static void put(ObjectNode json, String name, double value) {
        json.set(name, Double.isNaN(value) ? json.nullNode() : json.numberNode(value));
    }
}
