package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the compiler says of a definition, in the words of the service's API, compared with what the service said. */
final class Answers {
    private Answers() {}

    /** Of {@code CreateStateMachine}. */
    static List<String> toCreate(JsonNode expected, Machines.Machine machine) {
        List<Diagnostic> errors = errors(machine);
        List<String> differences = new ArrayList<>(status(expected, machine));
        if (differences.isEmpty() && !errors.isEmpty()) {
            String cause = "Invalid State Machine Definition: '"
                    + errors.stream().map(Answers::listed).collect(Collectors.joining(", ")) + "'";
            differences.addAll(
                    Comparison.differences("error", expected.path("error").asText(null), "InvalidDefinition", false));
            differences.addAll(
                    Comparison.differences("cause", expected.path("cause").asText(null), cause, false));
        }
        return differences;
    }

    private static String listed(Diagnostic error) {
        AwsReport report = report(error);
        return error.code().awsCode() + ": " + report.message().strip() + " at " + report.location();
    }

    /** Of {@code ValidateStateMachineDefinition}. */
    static List<String> toValidate(JsonNode expected, Machines.Machine machine) {
        ArrayNode diagnostics = Texts.MAPPER.createArrayNode();
        for (Diagnostic error : errors(machine)) {
            ObjectNode diagnostic = diagnostics.addObject();
            diagnostic.put("code", String.valueOf(error.code().awsCode()));
            diagnostic.put("location", report(error).location());
            diagnostic.put("message", report(error).message());
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

    /** In AWS's words if they are known, so that it counts as a difference if they are not. */
    private static AwsReport report(Diagnostic error) {
        AwsReport known = error.aws();
        return known == null ? new AwsReport("in our own words: " + error.message(), error.pointer()) : known;
    }
}
