package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.naming.Words;
import java.util.ArrayList;
import java.util.List;

/** Turns paths, intrinsic calls and payload templates on one document into values. */
final class ValuePlanner {
    /** Elements of one array, arguments of one call; there is no builder to spread them over methods. */
    private static final int MOST_ELEMENTS = 1_000;

    private final StateScribe scribe;
    private final Value document;

    /** {@code document} is what {@code $} stands for; it has to be cheap, as messages about missing values repeat it. */
    ValuePlanner(StateScribe scribe, Value document) {
        this.scribe = scribe;
        this.document = document;
    }

    /** A template; {@code use} names the constants of its literals. */
    Value template(Template template, String use) {
        return template.accept(new Templates(use));
    }

    /** What the JSONata expression of a field gives that wants more than JSON. */
    Value query(JsonataExpression expression, Value.QueryType type, String field) {
        String use = field.substring(field.lastIndexOf('/') + 1);
        return new Value.Query(type, scribe.query(use, expression), field);
    }

    /** What an intrinsic function returns; {@code field} is the field with the call. */
    Value call(IntrinsicCall call, String field) {
        Arguments arguments = new Arguments(call.function(), field);
        List<Value> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            values.add(argument.accept(arguments));
            arguments.position++;
        }
        scribe.judge(values.size(), MOST_ELEMENTS, "arguments in one call");
        return new Value.Call(call.function(), values);
    }

    /** The value at a path, where its lack, or what the place cannot use, fails the state. */
    Value required(Path path, Value.Place place, String field) {
        ContextRoot.Start start = start(path, place);
        Value root = start.value();
        boolean variable = root instanceof Value.Assigned;
        boolean always = start.steps().isEmpty() || !path.definite();
        if (variable && !path.isReference()) {
            // What is selected is never lacking, the variable can be.
            root = new Value.Required(root, place, path, start.steps(), field, document);
        }
        Value value = new PathPlanner(scribe, root, 0).read(path, start.steps());
        if (place.takesAny() && always && !(root instanceof Value.Assigned)) {
            return value;
        }
        return new Value.Required(value, place, path, start.steps(), field, variable ? document : root);
    }

    /** The value at a path, null if it is not there. */
    Value read(Path path) {
        ContextRoot.Start start = start(path, Value.Place.CHOICE);
        return new PathPlanner(scribe, start.value(), 0).read(path, start.steps());
    }

    private ContextRoot.Start start(Path path, Value.Place place) {
        return path.root().accept(new Root.Visitor<>() {
            @Override
            public ContextRoot.Start document() {
                return new ContextRoot.Start(document, path.steps());
            }

            @Override
            public ContextRoot.Start context() {
                return place == Value.Place.DATA_FLOW
                        ? ContextRoot.whole(path)
                        : scribe.context().start(path);
            }

            @Override
            public ContextRoot.Start variable(String name) {
                Value.Assigned variable = assigned(scribe, name);
                return new ContextRoot.Start(
                        place.namesEveryStep() ? new Value.PresentVariable(variable, path, name) : variable,
                        path.steps());
            }

            @Override
            public ContextRoot.Start current() {
                throw new IllegalStateException("@ stands outside of a filter");
            }
        });
    }

    /** A variable as the state sees it. */
    static Value.Assigned assigned(StateScribe scribe, String name) {
        return new Value.Assigned(scribe.slots().find(name).orElse(null));
    }

    private final class Templates implements Template.Visitor<Value> {
        private final String use;

        Templates(String use) {
            this.use = use;
        }

        @Override
        public Value literal(Template.Literal template) {
            String json = JsonWriter.compact(template.value());
            return json.equals("{}")
                    ? new Value.Empty()
                    : new Value.Constant(scribe.constant(Constant.Kind.JSON, use, json));
        }

        @Override
        public Value object(Template.ObjectTemplate template) {
            List<Value.Member> members = template.fields().stream()
                    .map(field -> new Value.Member(field.name(), template(field.template(), constantUse(field.name()))))
                    .toList();
            return new Value.ObjectOf(scribe.shape(use, members), members);
        }

        /** The constant for a literal member is named after the member, else after the template. */
        private String constantUse(String member) {
            return Words.of(member).isEmpty() ? use : member;
        }

        @Override
        public Value array(Template.ArrayTemplate template) {
            scribe.judge(template.elements().size(), MOST_ELEMENTS, "elements in one array of a template");
            return new Value.ArrayOf(template.elements().stream()
                    .map(element -> element.accept(this))
                    .toList());
        }

        @Override
        public Value path(Template.PathValue template) {
            return required(template.path(), Value.Place.TEMPLATE, template.field());
        }

        @Override
        public Value query(Template.QueryValue template) {
            return new Value.Query(
                    Value.QueryType.VALUE, scribe.query(use, template.expression()), template.location());
        }

        @Override
        public Value call(Template.CallValue template) {
            return ValuePlanner.this.call(template.call(), template.field());
        }
    }

    private final class Arguments implements Argument.Visitor<Value> {
        private final IntrinsicFunction function;
        private final String field;
        private int position;

        Arguments(IntrinsicFunction function, String field) {
            this.function = function;
            this.field = field;
        }

        @Override
        public Value text(Argument.Text argument) {
            if (function == IntrinsicFunction.FORMAT && position == 0) {
                return new Value.FormatText(formatText(argument.pieces()));
            }
            return constant(JsonWriter.quoted(argument.value()));
        }

        private String formatText(List<String> pieces) {
            return String.join("{}", pieces.stream().map(Arguments::escaped).toList());
        }

        private static String escaped(String piece) {
            return piece.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
        }

        @Override
        public Value number(Argument.Numeric argument) {
            return constant(argument.text());
        }

        @Override
        public Value bool(Argument.Bool argument) {
            return constant(String.valueOf(argument.value()));
        }

        @Override
        public Value nothing(Argument.Null argument) {
            return constant("null");
        }

        private Value constant(String json) {
            String use = (field.endsWith(".$") ? field.substring(0, field.length() - 2) : field) + " arg";
            return new Value.Constant(scribe.constant(Constant.Kind.JSON, use, json));
        }

        @Override
        public Value path(Argument.PathArgument argument) {
            return required(argument.path(), Value.Place.TEMPLATE, field);
        }

        @Override
        public Value call(Argument.Nested argument) {
            return ValuePlanner.this.call(argument.call(), field);
        }
    }
}
