package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.task.TaskAnswerException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How values of a Java type cross the border to the machine's data, which is JSON.
 *
 * @param <T> the Java type
 */
public final class DataType<T> {
    /** JSON as it is. */
    public static final DataType<JsonNode> JSON = of(Function.identity(), Function.identity());

    private final Function<? super T, ? extends JsonNode> toJson;
    private final Function<? super JsonNode, ? extends T> fromJson;
    private final Consumer<? super JsonNode> check;

    private DataType(
            Function<? super T, ? extends JsonNode> toJson,
            Function<? super JsonNode, ? extends T> fromJson,
            Consumer<? super JsonNode> check) {
        this.toJson = toJson;
        this.fromJson = fromJson;
        this.check = check;
    }

    /**
     * A type given by its two conversions. Either may throw; the fault is then the task's or the caller's.
     *
     * @param toJson any Jackson tree; it is copied where it could change later
     * @param fromJson gets data that cannot be changed
     */
    public static <T> DataType<T> of(
            Function<? super T, ? extends JsonNode> toJson, Function<? super JsonNode, ? extends T> fromJson) {
        return new DataType<>(toJson, fromJson, json -> {});
    }

    /**
     * A type that Jackson knows, such as the records that are generated from schemas. Strictly: what is not of the type is refused with an
     * IllegalArgumentException that says where, and nothing is made up for it. Dates and times are texts.
     */
    public static <T> DataType<T> of(Class<T> type) {
        return JacksonType.of(type);
    }

    /** {@link #of(Class)} for a type with parameters: {@code new TypeReference<List<Line>>() {}}. */
    public static <T> DataType<T> of(TypeReference<T> type) {
        return JacksonType.of(type);
    }

    /** The same type, of which a check, which throws IllegalArgumentException, can refuse values as well. */
    DataType<T> checked(Consumer<? super JsonNode> another) {
        return new DataType<>(toJson, fromJson, another);
    }

    /** The value as JSON. */
    public JsonNode toJson(T value) {
        JsonNode json = toJson.apply(value);
        check.accept(json);
        return json;
    }

    /** JSON that stands for no value of the type: what a handler gives that has nothing to give. */
    JsonNode nothing() {
        JsonNode json = NullNode.getInstance();
        check.accept(json);
        return json;
    }

    /**
     * The value as JSON, for the answer to a token.
     *
     * @throws TaskAnswerException {@code InvalidOutput} if it cannot be written
     */
    public JsonNode answer(T value) {
        try {
            return toJson(value);
        } catch (IllegalArgumentException e) {
            throw TaskAnswerException.invalidOutput(String.valueOf(e.getMessage()));
        }
    }

    /** The value the JSON stands for. */
    public T fromJson(JsonNode json) {
        T value = fromJson.apply(json);
        check.accept(json);
        return value;
    }
}
