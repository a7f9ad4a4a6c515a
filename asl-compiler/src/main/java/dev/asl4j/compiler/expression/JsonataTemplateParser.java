package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the values of JSONata states: JSON in which strings between <code>{%</code> and <code>%}</code> are expressions. Names of
 * fields never are, and all other text is taken as it is. Recurses as deep as the JSON is, which its reader bounds.
 */
public final class JsonataTemplateParser {

    private final Set<StatesMember> allowed;
    private final Diagnostics diagnostics;
    private boolean failed;

    private JsonataTemplateParser(Set<StatesMember> allowed, Diagnostics diagnostics) {
        this.allowed = allowed;
        this.diagnostics = diagnostics;
    }

    /**
     * The value of a field. Returns null for one with faults, which were all reported then.
     *
     * @param value any JSON
     * @param field where it stands in its state, as AWS writes it: {@code Output}, {@code Catch[0]/Assign}
     * @param allowed what the expressions may read of {@code $states}
     */
    public static @Nullable Template parse(
            JsonValue value, String field, Set<StatesMember> allowed, Diagnostics diagnostics) {
        JsonataTemplateParser parser = new JsonataTemplateParser(allowed, diagnostics);
        Template template = value.accept(parser.new Parts(field));
        return parser.failed ? null : template;
    }

    private final class Parts implements JsonValue.Visitor<Template> {

        private final String location;

        Parts(String location) {
            this.location = location;
        }

        @Override
        public Template object(JsonObject object) {
            List<Template.Field> fields = new ArrayList<>(object.members().size());
            boolean literal = true;
            for (JsonObject.Member member : object.members()) {
                Template value = member.value().accept(new Parts(location + "/" + member.name()));
                literal &= value.isLiteral();
                fields.add(new Template.Field(member.name(), member.key(), value));
            }
            return literal ? new Template.Literal(object) : new Template.ObjectTemplate(fields, object);
        }

        @Override
        public Template array(JsonArray array) {
            List<Template> elements = new ArrayList<>(array.elements().size());
            boolean literal = true;
            for (JsonValue element : array.elements()) {
                Template value = element.accept(new Parts(location + "[" + elements.size() + "]"));
                literal &= value.isLiteral();
                elements.add(value);
            }
            return literal ? new Template.Literal(array) : new Template.ArrayTemplate(elements);
        }

        @Override
        public Template string(JsonString string) {
            if (JsonataParser.isPlain(string.value())) {
                return new Template.Literal(string);
            }
            JsonataExpression expression = JsonataParser.expression(string, allowed, diagnostics);
            failed |= expression == null;
            // The literal of a string with a fault is never seen: the whole template is dropped.
            return expression == null ? new Template.Literal(string) : new Template.QueryValue(expression, location);
        }

        @Override
        public Template number(JsonNumber number) {
            return new Template.Literal(number);
        }

        @Override
        public Template bool(JsonBoolean bool) {
            return new Template.Literal(bool);
        }

        @Override
        public Template nothing(JsonNull nothing) {
            return new Template.Literal(nothing);
        }
    }
}
