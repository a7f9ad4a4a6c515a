package dev.asl4j.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.DataType;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to convert data where a task begins and ends, beside Jackson's {@code treeToValue} and {@code valueToTree} with a mapper as it comes.
 * What a task gives is also made unchangeable, which counts for the border.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BorderBenchmark {
    private static final ObjectMapper PLAIN = JsonMapper.builder().build();

    private final DataType<PriceOrderTypes.Order> border = DataType.of(PriceOrderTypes.Order.class);

    @Param({"1", "100"})
    public int lines;

    private JsonNode json = NullNode.getInstance();
    private JsonNode jackson = NullNode.getInstance();
    private PriceOrderTypes.Order order = border.fromJson(Json.parse(text(1)));

    private static String text(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> "{\"sku\":\"sku-" + i + "\",\"quantity\":" + i % 20 + ",\"price\":12.5,\"gift\":false}")
                .collect(Collectors.joining(
                        ",",
                        "{\"id\":\"1042\",\"tier\":\"gold\","
                                + "\"address\":{\"street\":\"Storgatan 1\",\"zip\":\"411 24\"},\"lines\":[",
                        "]}"));
    }

    /** Refuses to measure two conversions that give different things. */
    @Setup
    public void prepare() throws JsonProcessingException {
        json = Json.parse(text(lines));
        jackson = PLAIN.readTree(text(lines));
        order = border.fromJson(json);
        if (!order.equals(readByJackson())
                || !writtenAtTheBorder().toString().equals(writtenByJackson().toString())) {
            throw new IllegalStateException("conversions differ");
        }
    }

    @Benchmark
    public PriceOrderTypes.Order readAtTheBorder() {
        return border.fromJson(json);
    }

    @Benchmark
    public PriceOrderTypes.Order readByJackson() throws JsonProcessingException {
        return PLAIN.treeToValue(jackson, PriceOrderTypes.Order.class);
    }

    @Benchmark
    public JsonNode writtenAtTheBorder() {
        return Json.freeze(border.toJson(order));
    }

    @Benchmark
    public JsonNode writtenByJackson() {
        return PLAIN.valueToTree(order);
    }
}
