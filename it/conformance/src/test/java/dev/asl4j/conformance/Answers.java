package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the compiler says of a definition, in the words of the service's API, compared with what the service said. */
final class Answers {
    private static final String CODE = "SCHEMA_VALIDATION_FAILED";

    private Answers() {}

    /** Of {@code CreateStateMachine}. */
    static List<String> toCreate(JsonNode expected, Machines.Machine machine) {
        List<Diagnostic> errors = errors(machine);
        List<String> differences = new ArrayList<>(status(expected, machine));
        if (differences.isEmpty() && !errors.isEmpty()) {
            Diagnostic first = errors.get(0);
            String cause = "Invalid State Machine Definition: '" + CODE + ": " + first.message() + " at "
                    + location(first) + "'";
            differences.addAll(
                    Comparison.differences("error", expected.path("error").asText(null), "InvalidDefinition", false));
            differences.addAll(
                    Comparison.differences("cause", expected.path("cause").asText(null), cause, false));
        }
        return differences;
    }

    /** Of {@code ValidateStateMachineDefinition}. */
    static List<String> toValidate(JsonNode expected, Machines.Machine machine) {
        ArrayNode diagnostics = Texts.MAPPER.createArrayNode();
        for (Diagnostic error : errors(machine)) {
            ObjectNode diagnostic = diagnostics.addObject();
            diagnostic.put("code", CODE);
            diagnostic.put("location", location(error));
            diagnostic.put("message", error.message());
            diagnostic.put("severity", "ERROR");
        }
        List<String> differences = new ArrayList<>(status(expected, machine));
        differences.addAll(Comparison.differences("diagnostics", expected.path("diagnostics"), diagnostics));
        return differences;
    }

    /** Of {@code DescribeStateMachine}: which variables each state reads. */
    static List<String> withReferences(JsonNode expected, Machines.Machine machine) {
        List<String> differences = new ArrayList<>(status(expected, machine));
        differences.addAll(machine.faults());
        if (differences.isEmpty()) {
            JsonNode references = Texts.MAPPER.valueToTree(
                    machine.result().variableReferences().values().iterator().next());
            differences.addAll(
                    Comparison.differences("variableReferences", expected.path("variableReferences"), references));
        }
        return differences;
    }

    private static List<String> status(JsonNode expected, Machines.Machine machine) {
        String status = machine.faults().isEmpty() ? "ACCEPTED" : "REJECTED";
        return Comparison.differences("status", expected.path("status").asText(), status, false);
    }

    private static List<Diagnostic> errors(Machines.Machine machine) {
        return machine.result().diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private static String location(Diagnostic diagnostic) {
        return diagnostic.pointer().isEmpty() ? "/" : diagnostic.pointer();
    }
}
