package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;
import java.util.List;
import java.util.Optional;

/** Where a path on the context object starts: the runtime gives some parts of it without building all of it. */
enum ContextRoot {
    /** In states outside of any Map, where the context object has no item. */
    OF_STATE {
        @Override
        Optional<Value> itemValue() {
            return Optional.empty();
        }

        @Override
        Optional<Value> itemIndex() {
            return Optional.empty();
        }
    },
    /** In states inside of a Map. */
    OF_ITERATION {
        @Override
        Optional<Value> itemValue() {
            return Optional.of(new Value.Context(Value.ContextPart.MAP_ITEM_VALUE));
        }

        @Override
        Optional<Value> itemIndex() {
            return Optional.of(new Value.Context(Value.ContextPart.MAP_ITEM_INDEX));
        }
    },
    /** In the item selector of a Map, which has item and index at hand. */
    OF_ITEM {
        @Override
        Optional<Value> itemValue() {
            return Optional.of(new Value.Local(Variable.ITEM));
        }

        @Override
        Optional<Value> itemIndex() {
            return Optional.of(new Value.Context(Value.ContextPart.ITEM_INDEX));
        }
    };

    private static final List<String> EXECUTION_INPUT = List.of("Execution", "Input");
    private static final List<String> ITEM_VALUE = List.of("Map", "Item", "Value");
    private static final List<String> ITEM_INDEX = List.of("Map", "Item", "Index");

    abstract Optional<Value> itemValue();

    abstract Optional<Value> itemIndex();

    /** A value and the steps that are left to go from it. */
    record Start(Value value, List<Step> steps) {}

    Start start(Path path) {
        if (path.isReference()) {
            if (startsWith(path, EXECUTION_INPUT)) {
                return after(path, 2, new Value.Context(Value.ContextPart.EXECUTION_INPUT));
            }
            Optional<Value> item = startsWith(path, ITEM_VALUE)
                    ? itemValue()
                    : startsWith(path, ITEM_INDEX) ? itemIndex() : Optional.empty();
            if (item.isPresent()) {
                return after(path, 3, item.get());
            }
        }
        return whole(path);
    }

    /** From all of the context object, for messages that name every step. */
    static Start whole(Path path) {
        return new Start(new Value.Local(Variable.CONTEXT), path.steps());
    }

    private static Start after(Path path, int steps, Value value) {
        return new Start(value, path.steps().subList(steps, path.steps().size()));
    }

    private static boolean startsWith(Path path, List<String> names) {
        if (path.steps().size() < names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!(path.steps().get(i) instanceof Step.Name name) || !name.name().equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }
}
