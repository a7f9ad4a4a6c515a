package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Operand;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.PathFunction;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Step;
import java.util.ArrayList;
import java.util.List;

/** Turns a path and the filters in it into values. Names and indexes alone are read straight, all else is selected. */
final class PathPlanner {
    private final StateScribe scribe;
    private final Value document;
    private final int depth;

    /** {@code document} is what {@code $} stands for in filters, {@code depth} the number of filters around. */
    PathPlanner(StateScribe scribe, Value document, int depth) {
        this.scribe = scribe;
        this.document = document;
        this.depth = depth;
    }

    /** The value of a field's path, from the document on; null if the path leads nowhere, an array if it is indefinite. */
    Value read(Path path, List<Step> steps) {
        return from(document, path, steps, path.definite() ? Value.Form.VALUE : Value.Form.ARRAY);
    }

    /** The value of a path in a filter. */
    Value operand(Path path) {
        return nested(path, Value.Form.VALUE);
    }

    /**
     * A path in a filter that only has to lead somewhere. The library behind AWS's paths starts it at the element even if
     * it is written with {@code $}.
     */
    Value existing(Path path) {
        return path.root() instanceof Root.Document
                ? fromElement(path, Value.Form.SELECTION)
                : nested(path, Value.Form.SELECTION);
    }

    private Value fromElement(Path path, Value.Form form) {
        return path.steps().isEmpty()
                ? new Value.BareElement(depth)
                : from(new Value.Element(depth), path, path.steps(), form);
    }

    private Value nested(Path path, Value.Form form) {
        return path.root().accept(new Root.Visitor<>() {
            @Override
            public Value document() {
                return from(document, path, path.steps(), form);
            }

            @Override
            public Value context() {
                return from(new Value.Context(Value.ContextPart.WHOLE), path, path.steps(), form);
            }

            @Override
            public Value variable(String name) {
                return from(ValuePlanner.assigned(scribe, name), path, path.steps(), form);
            }

            @Override
            public Value current() {
                return fromElement(path, form);
            }
        });
    }

    private Value from(Value root, Path path, List<Step> steps, Value.Form form) {
        if (steps.stream().allMatch(Step::single)) {
            return straight(root, steps);
        }
        scribe.judge(PathSize.of(path), path.text());
        Step last = steps.get(steps.size() - 1);
        if (last instanceof Step.Function function) {
            return function(root, path, steps.subList(0, steps.size() - 1), function, form);
        }
        return new Value.Selected(root, links(steps), form, PathSize.of(path));
    }

    private Value straight(Value root, List<Step> steps) {
        Value value = root;
        for (Step step : steps) {
            value = step instanceof Step.Index index
                    ? new Value.ElementAt(value, index.index())
                    : new Value.MemberAt(value, scribe.member(((Step.Name) step).name()));
        }
        return value;
    }

    private List<Value.Link> links(List<Step> steps) {
        List<Value.Link> links = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            links.add(
                    steps.get(i) instanceof Step.Filter filter
                            ? filterLink(filter)
                            : new Value.PlainLink(steps.get(i), last));
        }
        return links;
    }

    private Value.Link filterLink(Step.Filter filter) {
        PathPlanner inside = new PathPlanner(scribe, document, depth + 1);
        return new Value.FilterLink(filter.expression().accept(new FilterPlanner(scribe, inside)), depth + 1);
    }

    private Value function(Value root, Path path, List<Step> before, Step.Function step, Value.Form form) {
        PathFunction function = step.function();
        List<Value> arguments = new ArrayList<>();
        for (Operand argument : step.arguments()) {
            arguments.add(argument.accept(new OperandPlanner(scribe, this)));
        }
        if (before.stream().allMatch(Step::single)) {
            arguments.add(0, straight(root, before));
            return new Value.FunctionOf(function, arguments);
        }
        if (before.get(0) instanceof Step.Descendants) {
            return ofDescendants(root, path, before, function, arguments);
        }
        List<Value.Link> links = new ArrayList<>(links(before));
        links.add(new Value.FunctionLink(function, arguments));
        return new Value.Selected(root, links, form, PathSize.of(path));
    }

    /** The library makes {@code $.sum($..x)} of {@code $..x.sum()}, and counts the children for {@code length}. */
    private Value ofDescendants(
            Value root, Path path, List<Step> before, PathFunction function, List<Value> arguments) {
        List<Value.Link> links = new ArrayList<>(links(before));
        return switch (function) {
            case LENGTH, SIZE -> {
                links.add(new Value.PlainLink(new Step.Wildcard(path.span()), true));
                Value children = new Value.Selected(root, links, Value.Form.ARRAY, PathSize.of(path));
                yield new Value.FunctionOf(function, List.of(children));
            }
            case AVG, STDDEV, SUM, MIN, MAX, CONCAT, APPEND -> {
                List<Value> all = new ArrayList<>(arguments);
                all.add(0, root);
                all.add(1, new Value.Selected(root, links, Value.Form.ARRAY, PathSize.of(path)));
                yield new Value.FunctionOf(function, all);
            }
            case KEYS, FIRST, LAST, INDEX -> {
                List<Value> all = new ArrayList<>(arguments);
                all.add(0, root);
                yield new Value.FunctionOf(function, all);
            }
        };
    }
}
