package dev.asl4j.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The suite asks JMH for what there is, and reckons right. */
class SuiteTest {
    private static final String JDK = System.getProperty("java.home");

    static List<Bench> benches() {
        return Pairs.all().stream()
                .flatMap(pair -> Stream.of(pair.measured(), pair.beside()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void everyBenchmarkIsThereWithItsParameters(Bench bench) throws ReflectiveOperationException {
        assertThat(bench.type().getMethod(bench.method()).isAnnotationPresent(Benchmark.class))
                .isTrue();
        Set<String> params = Stream.of(bench.type().getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(field -> field.getName())
                .collect(Collectors.toSet());
        assertThat(bench.params().keySet()).isEqualTo(params);
    }

    @Test
    void allThatIsByPairsHasAnArea() {
        assertThat(Pairs.all().stream().map(Pair::area).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Area.START, Area.COMPILE, Area.MEMORY)));
    }

    @Test
    void mediansAreInTheMiddle() {
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0), Double::doubleValue)).isEqualTo(2);
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0, 4.0), Double::doubleValue)).isEqualTo(3);
        assertThat(Medians.of(List.<Double>of(), Double::doubleValue)).isNaN();
    }

    @Test
    void ratiosAreOfTheSameTurn() {
        double ratio = Medians.ofRatios(List.of(1.0, 20.0, 3.0), List.of(2.0, 40.0, 1.0), Double::doubleValue);

        assertThat(ratio).isEqualTo(0.5);
    }

    @Test
    void withoutOptionsAllIsMeasured() {
        Options options = Options.of(List.of());

        assertThat(options.only()).containsExactly(Area.values());
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.quick()).isFalse();
    }

    @Test
    void optionsSayWhatIsMeasured() {
        Options options = Options.of(List.of(
                "--quick", "--only", "run", "--only", "memory", "--definitions", "d", "--jdk", JDK, "--json", "f"));

        assertThat(options)
                .isEqualTo(new Options(
                        true, EnumSet.of(Area.RUN, Area.MEMORY), 1, Path.of("d"), List.of(Path.of(JDK)), Path.of("f")));
    }

    @Test
    void otherOptionsAreRefused() {
        assertThatThrownBy(() -> Options.of(List.of("--fast"))).hasMessageContaining("What is --fast?");
        assertThatThrownBy(() -> Options.of(List.of("--json"))).hasMessageContaining("--json of what?");
        assertThatThrownBy(() -> Options.of(List.of("--jdk", "nowhere"))).hasMessageContaining("no JDK in nowhere");
    }

    @Test
    void figuresAreWrittenAsJson(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/results.json");
        Row row = Row.alone(Area.MEMORY, "time", "bytes", 700, 1_024);

        new Results(List.of(row)).write(file, Options.of(List.of("--rounds", "3")));

        JsonNode report = JsonMapper.builder().build().readTree(file.toFile());
        assertThat(report.get("rounds")).hasToString("3");
        assertThat(report.get("rows").get(0))
                .hasToString(
                        "{\"area\":\"memory\",\"what\":\"time\",\"unit\":\"bytes\",\"measured\":700.0,\"beside\":null,"
                                + "\"ratio\":null,\"processorRatio\":null,\"bytes\":null,\"bytesBeside\":null,\"wanted\":1024.0}");
    }
}
