package dev.asl4j.compiler.check;

import dev.asl4j.compiler.expression.PathParser;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values of fields that look like a path or a call of an intrinsic function; text in an array is left alone. */
final class PathLikeTexts implements JsonValue.Visitor<Boolean> {

    // not "$.50", which is money
    private static final Pattern PATH_OR_CALL =
            Pattern.compile("\\$\\$?(\\.[\\p{L}_*\\[]|\\[).*|States\\.[A-Za-z0-9]+\\(.*\\)\\s*", Pattern.DOTALL);

    /** Of rules of EventBridge and classifiers of Glue. */
    private static final Set<String> FOR_SERVICES = Set.of("InputPath", "InputPathsMap", "JsonPath");

    private final BiConsumer<String, JsonString> found;
    private final @Nullable String field;

    PathLikeTexts(BiConsumer<String, JsonString> found) {
        this(found, null);
    }

    private PathLikeTexts(BiConsumer<String, JsonString> found, @Nullable String field) {
        this.found = found;
        this.field = field;
    }

    static boolean looksLikePath(String text) {
        return PATH_OR_CALL.matcher(text).matches() && (!text.startsWith("$") || PathParser.isPath(text));
    }

    /** Whether a service takes a path of its own in a field of this name, which nobody here is to evaluate. */
    static boolean isForService(String field) {
        return FOR_SERVICES.contains(field);
    }

    /** The same for the value of a field, or (null) of an element of an array. */
    PathLikeTexts inField(@Nullable String name) {
        return new PathLikeTexts(found, name);
    }

    @Override
    public Boolean object(JsonObject object) {
        for (JsonObject.Member member : object.members()) {
            if (!isForService(member.name())) {
                member.value().accept(inField(member.name()));
            }
        }
        return true;
    }

    @Override
    public Boolean array(JsonArray array) {
        array.elements().forEach(element -> element.accept(inField(null)));
        return true;
    }

    @Override
    public Boolean string(JsonString string) {
        if (field != null && looksLikePath(string.value())) {
            found.accept(field, string);
        }
        return true;
    }

    @Override
    public Boolean number(JsonNumber number) {
        return true;
    }

    @Override
    public Boolean bool(JsonBoolean bool) {
        return true;
    }

    @Override
    public Boolean nothing(JsonNull nothing) {
        return true;
    }
}
