package dev.asl4j.compiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A definition around an example of a document. An example is one of
 *
 * <ul>
 *   <li>a whole machine, or a text that cannot be read
 *   <li>a state: an object with a type, taken as it stands
 *   <li>states: their names and objects, the first of which starts the machine
 *   <li>a payload template: another object, or fields in lower case
 *   <li>fields of one state, of a retrier, a choice rule, a reader or a {@code ProcessorConfig}: what is needed besides is added. The state
 *       is of the type that has such fields, else a Pass state
 * </ul>
 *
 * What is no machine and no states stands in a machine with two more states, the choice before it and {@code Ship}, where {@code Next} may
 * lead. An example with a JSONata string stands in a JSONata machine.
 */
final class Frame {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String IN =
            "\"StartAt\": \"In\", \"States\": { \"In\": { \"Type\": \"Pass\", \"End\": true } }";

    private static final String DISTRIBUTED =
            "{ \"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }, " + IN + " }";

    /** What has such fields: the first row that has a field of the example. */
    private enum Place {
        RETRIER(
                "\"Retry\": [{ %s }]",
                "ErrorEquals|IntervalSeconds|MaxAttempts|BackoffRate|MaxDelaySeconds|JitterStrategy"),
        RULE(
                "\"Choices\": [{ %s }]",
                "Variable|Condition|And|Or|Not|Is[A-Z]\\w+|(String|Numeric|Boolean|Timestamp)(Equals|Less|Greater|Matches)\\w*"),
        READER("\"ItemReader\": { %s }, \"ItemProcessor\": " + DISTRIBUTED, "ReaderConfig"),
        PROCESSOR("\"ItemProcessor\": { %s, " + IN + " }", "ProcessorConfig"),
        TEMPLATE("\"Parameters\": { %s }", "[a-z].*");

        private final String around;
        private final String fields;

        Place(String around, String fields) {
            this.around = around;
            this.fields = fields;
        }
    }

    /** What fields a place needs; the first of them decides whether they are there. */
    private static final Map<Place, List<String>> NEEDED_AT = Map.of(
            Place.RETRIER, List.of("\"ErrorEquals\": [\"Timeout\"]"),
            Place.RULE, List.of("\"Variable\": \"$.value\"", "\"Next\": \"Ship\""),
            Place.READER,
                    List.of(
                            "\"Resource\": \"arn:aws:states:::s3:getObject\"",
                            "\"Parameters\": { \"Bucket\": \"b\", \"Key\": \"k\" }"),
            Place.PROCESSOR, List.of(),
            Place.TEMPLATE, List.of());

    private static final Map<String, String> TYPES = Map.of(
            "Choice", "Choices|Default",
            "Parallel", "Branches",
            "Map", "Item.*|Iterator|ResultWriter|MaxConcurrency.*|Label|Tolerated.*",
            "Wait", "Seconds.*|Timestamp.*",
            "Fail", "Cause.*|Error.*",
            "Task", "Resource|Retry|Catch|TimeoutSeconds.*|HeartbeatSeconds.*|Arguments|ResultSelector|Credentials");

    private static final Map<String, String> NEEDED = Map.of(
            "Task", "\"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:ship\"",
            "Wait", "\"Seconds\": 1",
            "Choice", "\"Default\": \"Ship\"",
            "Parallel", "\"Branches\": [{ " + IN + " }]",
            "Map", "\"ItemProcessor\": { " + IN + " }");

    private static final Map<String, String> INSTEAD = Map.of("Wait", TYPES.get("Wait"), "Map", "Iterator");

    private Frame() {}

    /** The definition in the same language as the example. */
    static String around(DocumentedCode.Example example) {
        String text = example.text();
        if (example.language().equals("yaml")) {
            return "StartAt: Example\nStates:\n  Example:\n    Type: Task\n    End: true\n" + text.indent(4);
        }
        JsonNode whole = read(text);
        if (whole != null && whole.isObject()) {
            boolean machine = whole.has("States") || whole.has("StartAt");
            return machine ? text : machine(whole.has("Type") ? text : state("\"Parameters\": " + text));
        }
        JsonNode members = read("{" + text + "}");
        if (members == null) {
            return text;
        }
        if (members.has("StartAt") || members.has("States")) {
            return "{" + text + "}";
        }
        boolean states = StreamSupport.stream(members.spliterator(), false).allMatch(member -> member.has("Type"));
        return states ? states(members.fieldNames().next(), text) : machine(state(placed(text, members)));
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean has(JsonNode object, String fields) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .anyMatch(name -> name.matches(fields));
    }

    /** Fields of a state. */
    private static String placed(String text, JsonNode given) {
        for (Place place : Place.values()) {
            if (has(given, place.fields)) {
                List<String> fields = new ArrayList<>(List.of(text));
                NEEDED_AT.get(place).stream()
                        .filter(field -> !given.has(name(field)) && !alone(given, field))
                        .forEach(fields::add);
                return place.around.formatted(String.join(",\n", fields));
            }
        }
        return text;
    }

    /** A rule without operand. */
    private static boolean alone(JsonNode rule, String field) {
        return name(field).equals("Variable") && has(rule, "Condition|And|Or|Not");
    }

    private static String name(String field) {
        return field.substring(1, field.indexOf('"', 1));
    }

    private static String state(String text) {
        JsonNode given = read("{" + text + "}");
        List<String> fields = new ArrayList<>();
        String type = given.path("Type").asText("");
        if (type.isEmpty()) {
            type = TYPES.keySet().stream()
                    .filter(candidate -> has(given, TYPES.get(candidate)))
                    .sorted()
                    .findFirst()
                    .orElse("Pass");
            fields.add("\"Type\": \"" + type + "\"");
        }
        fields.add(text);
        String needed = NEEDED.get(type);
        if (needed != null && !given.has(name(needed)) && !has(given, INSTEAD.getOrDefault(type, ""))) {
            fields.add(needed);
        }
        if (!List.of("Choice", "Fail", "Succeed").contains(type) && !given.has("Next") && !given.has("End")) {
            fields.add("\"End\": true");
        }
        return fields.stream().collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String machine(String state) {
        String rule = jsonata(state).isEmpty()
                ? "\"Variable\": \"$.ready\", \"BooleanEquals\": true"
                : "\"Condition\": \"{% $states.input.ready = true %}\"";
        String choice = "\"Check\": { \"Type\": \"Choice\", \"Choices\": [{ " + rule
                + ", \"Next\": \"Example\" }], \"Default\": \"Ship\" }";
        return states("Check", choice + ",\n\"Ship\": { \"Type\": \"Succeed\" },\n\"Example\": " + state);
    }

    private static String states(String start, String members) {
        return "{ " + jsonata(members) + "\"StartAt\": \"" + start + "\", \"States\": {\n" + members + "\n} }\n";
    }

    private static String jsonata(String text) {
        return text.contains("{%") ? "\"QueryLanguage\": \"JSONata\", " : "";
    }
}
