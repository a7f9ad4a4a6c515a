package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Paths done slowly and obviously, on plain trees: every step makes a list of all that is selected so far. */
final class PathModel {
    private PathModel() {}

    /** One step: how a definition spells it, and what it selects of one value. */
    sealed interface Step {
        String text();

        List<JsonNode> of(JsonNode value);

        default boolean isDefinite() {
            return false;
        }
    }

    record Name(String name, String text) implements Step {
        @Override
        public List<JsonNode> of(JsonNode value) {
            return value.has(name) ? List.of(value.get(name)) : List.of();
        }

        @Override
        public boolean isDefinite() {
            return true;
        }
    }

    /** An element, from the end if negative. */
    record Index(int index) implements Step {
        @Override
        public String text() {
            return "[" + index + "]";
        }

        @Override
        public List<JsonNode> of(JsonNode value) {
            int position = index < 0 ? value.size() + index : index;
            return value.isArray() && value.has(position) ? List.of(value.get(position)) : List.of();
        }

        @Override
        public boolean isDefinite() {
            return true;
        }
    }

    record Wildcard(String text) implements Step {
        @Override
        public List<JsonNode> of(JsonNode value) {
            List<JsonNode> children = new ArrayList<>();
            value.forEach(children::add);
            return children;
        }
    }

    record Indexes(List<Integer> indexes) implements Step {
        @Override
        public String text() {
            return indexes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public List<JsonNode> of(JsonNode value) {
            return indexes.stream()
                    .flatMap(index -> new Index(index).of(value).stream())
                    .toList();
        }
    }

    /** All elements from one place to before another; only where the other is left out, one may count from the end. */
    record Slice(OptionalInt from, OptionalInt to) implements Step {
        @Override
        public String text() {
            return "[" + text(from) + ":" + text(to) + "]";
        }

        private static String text(OptionalInt end) {
            return end.isPresent() ? String.valueOf(end.getAsInt()) : "";
        }

        @Override
        public List<JsonNode> of(JsonNode value) {
            int first = from.orElse(0) < 0 ? value.size() + from.getAsInt() : from.orElse(0);
            int end = to.orElse(value.size()) < 0 ? value.size() + to.getAsInt() : to.orElse(value.size());
            List<JsonNode> elements = new ArrayList<>();
            for (int i = 0; i < value.size() && value.isArray(); i++) {
                if (i >= first && i < end) {
                    elements.add(value.get(i));
                }
            }
            return elements;
        }
    }

    /** A name, looked for in the value and in all that it holds, however deep; a container comes before what it holds. */
    record Anywhere(Name name) implements Step {
        @Override
        public String text() {
            return name.text().startsWith(".") ? "." + name.text() : ".." + name.text();
        }

        @Override
        public List<JsonNode> of(JsonNode value) {
            List<JsonNode> found = new ArrayList<>(name.of(value));
            value.forEach(child -> found.addAll(of(child)));
            return found;
        }
    }

    static String text(String root, List<Step> steps) {
        return root + steps.stream().map(Step::text).collect(Collectors.joining());
    }

    static boolean isDefinite(List<Step> steps) {
        return steps.stream().allMatch(Step::isDefinite);
    }

    /** The value of a definite path if there is one; an array of all that another path selects. */
    static Optional<JsonNode> read(JsonNode document, List<Step> steps) {
        List<JsonNode> selected = List.of(document);
        for (Step step : steps) {
            selected =
                    selected.stream().flatMap(value -> step.of(value).stream()).toList();
        }
        return isDefinite(steps)
                ? selected.stream().findFirst()
                : Optional.of(JsonNodeFactory.instance.arrayNode().addAll(selected));
    }

    /** Copies everything, then changes the copy; nothing if there is no such place and none can be made. */
    static Optional<JsonNode> write(JsonNode document, List<Step> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return Optional.of(value);
        }
        List<Step> rest = steps.subList(1, steps.size());
        JsonNode copy = document.deepCopy();
        if (steps.get(0) instanceof Name name && copy instanceof ObjectNode object) {
            JsonNode child = object.has(name.name()) ? object.get(name.name()) : object.objectNode();
            return write(child, rest, value).map(changed -> object.set(name.name(), changed));
        }
        if (steps.get(0) instanceof Index index
                && copy instanceof ArrayNode array
                && !index.of(array).isEmpty()) {
            int position = index.index() < 0 ? array.size() + index.index() : index.index();
            return write(array.get(position), rest, value).map(changed -> {
                array.set(position, changed);
                return array;
            });
        }
        return Optional.empty();
    }
}
