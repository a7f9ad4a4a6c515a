package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.dataflow.ShapeAnalysis;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.generate.WorkflowGenerator;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.plan.DeclaredTasks;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.plan.WorkflowPlanner;
import dev.asl4j.compiler.schema.SchemaReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What compiling takes grows with the definition and not faster. Told by the bytes that each phase allocates for a state, which are the same
 * on every machine, however busy it is: a phase that does something with all states for each of them makes something of it.
 */
final class LinearTest {
    private static final int FEW = 300;
    private static final int MANY = 2_400;

    /** By how much a state may take more in the larger machine: names and numbers get longer, and bit sets go over all states. */
    private static final double MORE = 1.35;

    private static final Signatures UNTYPED = new Signatures(
            new Types(List.of(), Map.of(), Map.of(), Map.of(), List.of()),
            null,
            Signatures.Border.JSON,
            Signatures.Border.JSON,
            Map.of());

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Long> bytes = new ArrayList<>();
    private long before;

    /** How the states of a machine are written. */
    enum Kind {
        JSONPATH(
                "",
                "\"Parameters\": {\"n\": %d, \"b.$\": \"$.b\"}, \"ResultPath\": \"$.p\"",
                "\"Variable\": \"$.b\", \"NumericGreaterThan\": %d",
                "\"v%d.$\": \"$.b\""),
        JSONATA(
                "\"QueryLanguage\": \"JSONata\", ",
                "\"Output\": {\"n\": %d, \"b\": \"{%% $states.input.b %%}\"}",
                "\"Condition\": \"{%% $states.input.b > %d %%}\"",
                "\"v%d\": \"{%% $states.input.b %%}\"");

        private final String head;
        private final String data;
        private final String condition;
        private final String assign;

        Kind(String head, String data, String condition, String assign) {
            this.head = head;
            this.data = data;
            this.condition = condition;
            this.assign = assign;
        }

        /** Loops of five states, one behind the other. */
        String machine(int size) {
            return IntStream.range(0, size)
                    .mapToObj(number -> state(number, size))
                    .collect(Collectors.joining(",\n", "{" + head + "\"StartAt\": \"S0\", \"States\": {\n", "}}"));
        }

        private String state(int number, int size) {
            String next = number + 1 < size ? "\"Next\": \"S" + (number + 1) + "\"" : "\"End\": true";
            String fields = switch (number % 5) {
                case 0 ->
                    "\"Type\": \"Pass\", " + data.formatted(number) + ", \"Assign\": {" + assign.formatted(number % 50)
                            + "}, " + next;
                case 1 ->
                    "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f"
                            + number % 20 + "\", \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"S"
                            + (size - 1)
                            + "\"}], " + next;
                case 2 ->
                    "\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"I" + number + "\", \"States\": {\"I"
                            + number + "\": {\"Type\": \"Pass\", \"End\": true}}}], " + next;
                case 3 ->
                    "\"Type\": \"Choice\", \"Choices\": [{" + condition.formatted(number) + ", \"Next\": \"S"
                            + (number - 3) + "\"}], \"Default\": \"S" + (number + 1) + "\"";
                default -> "\"Type\": \"Wait\", \"Seconds\": 1, " + next;
            };
            return "\"S" + number + "\": {" + fields + "}";
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStateTakesAsMuchInALargeMachineAsInASmallOne(Kind kind) {
        phases(kind, FEW); // what is made once
        List<Long> few = phases(kind, FEW);
        List<Long> many = phases(kind, MANY);

        List<String> phases = List.of("read and check", "follow", "plan", "generate");
        for (int i = 0; i < phases.size(); i++) {
            assertThat((double) many.get(i) / MANY)
                    .as("bytes for a state to %s", phases.get(i))
                    .isLessThan(MORE * few.get(i) / FEW);
        }
    }

    private List<Long> phases(Kind kind, int size) {
        bytes.clear();
        byte[] text = kind.machine(size).getBytes(StandardCharsets.UTF_8);
        Unit unit = Unit.of(new Definition("large.asl.json", "large.asl.json", text), "");
        Diagnostics diagnostics = Reading.diagnostics(CompilerOptions.DEFAULTS);
        begin();
        StateMachine machine = Reading.of(unit, CompilerOptions.DEFAULTS, diagnostics)
                .machine()
                .orElseThrow();
        end();
        ShapeAnalysis.of(machine, Contract.NONE, new SchemaReader(List.of(), diagnostics).finish())
                .report(diagnostics);
        end();
        WorkflowPlan plan = new WorkflowPlanner("", "Large", "large.asl.json", "", diagnostics)
                .plan(machine, List.of(), true, new DeclaredTasks(Map.of()));
        end();
        assertThat(WorkflowGenerator.generate(plan, UNTYPED)).contains("class Large");
        end();
        assertThat(diagnostics.errorCount()).isZero();
        return List.copyOf(bytes);
    }

    private void begin() {
        before = threads.getCurrentThreadAllocatedBytes();
    }

    private void end() {
        bytes.add(threads.getCurrentThreadAllocatedBytes() - before);
        begin();
    }
}
