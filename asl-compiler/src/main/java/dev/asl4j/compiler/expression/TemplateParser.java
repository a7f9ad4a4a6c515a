package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses payload templates (States Language, "Payload Template"). AWS takes any JSON value, not only objects. Recurses as deep as the
 * JSON is, which its reader bounds.
 */
public final class TemplateParser {

    private static final String SUFFIX = ".$";

    private final JsonValue root;
    private final Diagnostics diagnostics;
    private final JsonValue.Visitor<Template> parts = new Parts();
    private boolean failed;

    private TemplateParser(JsonValue root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /** A template. Returns null for one with faults, which were all reported then. */
    public static @Nullable Template parse(JsonValue value, Diagnostics diagnostics) {
        TemplateParser parser = new TemplateParser(value, diagnostics);
        Template template = value.accept(parser.parts);
        return parser.failed ? null : template;
    }

    private final class Parts implements JsonValue.Visitor<Template> {

        @Override
        public Template object(JsonObject object) {
            List<Template.Field> fields = new ArrayList<>(object.members().size());
            Map<String, JsonString> keys = new HashMap<>();
            boolean literal = true;
            for (JsonObject.Member member : object.members()) {
                Template.Field field = field(member);
                JsonString other = keys.putIfAbsent(field.name(), field.key());
                if (other != null) {
                    failed = true;
                    String message = "the fields " + Quotes.quote(other.value()) + " and " + Quotes.quote(member.name())
                            + " have the same name " + Quotes.quote(field.name());
                    boolean first =
                            other.value().endsWith(SUFFIX) && !member.name().endsWith(SUFFIX);
                    diagnostics.report(Code.DUPLICATE_TEMPLATE_KEY, first ? other : member, message);
                }
                literal &= field.template().isLiteral() && field.name().equals(member.name());
                fields.add(field);
            }
            return literal ? new Template.Literal(object) : new Template.ObjectTemplate(fields, object);
        }

        @Override
        public Template array(JsonArray array) {
            List<Template> elements = new ArrayList<>(array.elements().size());
            for (JsonValue element : array.elements()) {
                elements.add(element.accept(this));
            }
            boolean literal = elements.stream().allMatch(Template::isLiteral);
            return literal ? new Template.Literal(array) : new Template.ArrayTemplate(elements);
        }

        @Override
        public Template string(JsonString string) {
            return new Template.Literal(string);
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

    private Template.Field field(JsonObject.Member member) {
        String key = member.name();
        if (!key.endsWith(SUFFIX)) {
            return new Template.Field(key, member.key(), member.value().accept(parts));
        }
        Template computed = computedInWordsOfAws(key, member.value());
        failed |= computed == null;
        String name = key.substring(0, key.length() - SUFFIX.length());
        // The literal of a field with a fault is never seen: the whole template is dropped.
        return new Template.Field(
                name, member.key(), computed == null ? new Template.Literal(member.value()) : computed);
    }

    // AWS says the same of whatever is wrong, and places it at the template.
    private @Nullable Template computedInWordsOfAws(String key, JsonValue value) {
        AwsReport aws = AwsReport.of(words(key), root);
        return diagnostics.<@Nullable Template>inWords(aws, () -> computed(key, value));
    }

    private @Nullable Template computed(String key, JsonValue value) {
        if (!(value instanceof JsonString source)) {
            report(key, value, null);
            return null;
        }
        if (source.value().startsWith("$")) {
            Path path = PathParser.path(source, diagnostics);
            return path == null ? null : new Template.PathValue(path, key, source);
        }
        if (IntrinsicParser.isCall(source.value())) {
            IntrinsicCall call = IntrinsicParser.call(source, diagnostics);
            return call == null ? null : new Template.CallValue(call, key, source);
        }
        report(key, value, PathParser.dollarHint(source.value()));
        return null;
    }

    // AWS's own words: users search for them.
    private void report(String key, JsonValue value, @Nullable String hint) {
        diagnostics.report(Code.BAD_TEMPLATE_VALUE, value, words(Quotes.plain(key)), hint);
    }

    private static String words(String key) {
        return "The value for the field '" + key + "' must be a valid JSONPath or a valid intrinsic function call";
    }
}
