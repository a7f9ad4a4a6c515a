package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What scalars are: strings, or by the core schema of YAML 1.2 (section 10.3) numbers, booleans and null. */
final class YamlScalars {

    private static final String CORE = "tag:yaml.org,2002:";

    /** The tags that templates of CloudFormation have. */
    private static final Set<String> CLOUD_FORMATION = Set.of(
            "!And",
            "!Base64",
            "!Cidr",
            "!Condition",
            "!Equals",
            "!FindInMap",
            "!GetAtt",
            "!GetAZs",
            "!If",
            "!ImportValue",
            "!Join",
            "!Not",
            "!Or",
            "!Ref",
            "!Select",
            "!Split",
            "!Sub",
            "!Transform");

    private final SourceFile file;
    private final Diagnostics diagnostics;

    YamlScalars(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** What can have a tag, and the tags of the core schema that it can have. */
    enum Kind {
        KEY("str"),
        SCALAR("str", "int", "float", "bool", "null"),
        SEQUENCE("seq"),
        MAPPING("map");

        private final String tags;

        Kind(String... tags) {
            this.tags = CORE + String.join(" " + CORE, tags);
        }

        boolean has(String tag) {
            return List.of(tags.split(" ", -1)).contains(tag);
        }
    }

    /** The value that a scalar is. */
    JsonValue value(ScalarEvent event, YamlProperties properties, int end, JsonPointer place) {
        checkTag(event.getTag(), Kind.SCALAR, properties, place);
        JsonString string = string(event, properties, end, place);
        String tag = event.getTag().orElse(event.isPlain() ? "" : CORE + "str");
        boolean core = Kind.SCALAR.has(tag);
        if (tag.equals("!") || tag.equals(CORE + "str")) {
            return string;
        }
        JsonValue value = event.isPlain() || core ? resolved(string) : string;
        if (core && !tag.equals(CORE + tag(value))) {
            throw notOfTag(properties, string);
        }
        return value;
    }

    private SyntaxFault notOfTag(YamlProperties properties, JsonString string) {
        Span tag = properties.tag() == null ? string.location().span() : properties.tag();
        String words = file.text().substring(tag.start(), tag.end());
        String message = Quotes.quote(string.value()) + " is not what the tag " + Quotes.quote(words) + " says";
        return new SyntaxFault(Code.YAML_TAG, tag, string.place(), message, null);
    }

    /** The tag that a value has by itself. */
    private static String tag(JsonValue value) {
        return switch (value.type()) {
            case NUMBER -> value.toString().matches("-?[0-9]+") ? "int" : "float";
            case BOOLEAN -> "bool";
            case NULL -> "null";
            case STRING, OBJECT, ARRAY -> "str";
        };
    }

    /** The scalar as a string, whatever it looks like. */
    JsonString string(ScalarEvent event, YamlProperties properties, int end, JsonPointer place) {
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        int start = Math.min(properties.content(), end);
        Location location = file.location(start, block ? endOfBlock(start, end) : end);
        if (Encoding.hasHalfPair(event.getValue())) {
            String message = "the string has one half of a surrogate pair";
            throw new SyntaxFault(Code.SYNTAX_ERROR, location.span(), place, message, null);
        }
        Spelling spelling = block ? YamlSpelling.BLOCK : YamlSpelling.FLOW;
        return new JsonString(event.getValue(), location, place, spelling);
    }

    /** Without the line breaks at its end and the indentation behind it, which the parser counts as parts of the block. */
    private int endOfBlock(int start, int end) {
        int last = end;
        while (last > start && " \t\r\n".indexOf(file.text().charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private JsonValue resolved(JsonString string) {
        Location location = string.location();
        JsonPointer place = string.place();
        String text = string.value();
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new JsonNull(location, place);
            case "true", "True", "TRUE" -> new JsonBoolean(true, location, place);
            case "false", "False", "FALSE" -> new JsonBoolean(false, location, place);
            default -> {
                String number = YamlNumbers.asJson(text);
                yield number == null ? string : number(string, number);
            }
        };
    }

    private static JsonNumber number(JsonString string, String number) {
        BigDecimal value = JsonNumber.parse(number);
        if (value != null) {
            return new JsonNumber(number, value, string.location(), string.place());
        }
        boolean finite = !YamlNumbers.isInfinite(string.value());
        String message = finite
                ? "the number " + Quotes.quote(string.value()) + " is too long or too large"
                : Quotes.quote(string.value()) + " is a number that JSON does not have";
        String hint = finite
                ? "at most " + JsonNumber.LONGEST + " characters, and exponents up to " + JsonNumber.GREATEST_EXPONENT
                : "put it in quotes if it is meant as text";
        throw new SyntaxFault(Code.BAD_VALUE, string.location().span(), string.place(), message, hint);
    }

    /** Reports a tag that a value of this kind cannot have. */
    void checkTag(Optional<String> tag, Kind kind, YamlProperties properties, JsonPointer place) {
        Span span = properties.tag();
        if (tag.isEmpty() || span == null || tag.get().equals("!") || kind.has(tag.get())) {
            return;
        }
        String words = file.text().substring(span.start(), span.end());
        boolean foreign = CLOUD_FORMATION.contains(words);
        String message = "the tag " + Quotes.quote(words)
                + (foreign
                        ? " is for templates of CloudFormation; a definition has none"
                        : " has no meaning here; a definition is what JSON can say");
        String hint = foreign ? "write a placeholder such as \"${Name}\", and give it a value" : null;
        diagnostics.report(Code.YAML_TAG, new Location(file, span), place.toString(), message, hint);
    }
}
