package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No record of the public packages shows data of executions, tokens, errors or causes as text. */
final class NoDataInTextsTest {
    private static final String SECRET = "s3cr3t";
    private static final Path CLASSES = Path.of("src/main/java");
    private static final List<String> PACKAGES =
            List.of("dev/asl4j/runtime", "dev/asl4j/runtime/spi", "dev/asl4j/runtime/store", "dev/asl4j/runtime/task");

    @Test
    void noRecordShowsData() throws Exception {
        List<String> shown = new ArrayList<>();
        int looked = 0;
        for (Class<?> type : publicRecords()) {
            Object record = filled(type);
            looked++;
            if (record.toString().contains(SECRET)) {
                shown.add(type.getName() + ": " + record);
            }
        }
        assertThat(shown).isEmpty();
        assertThat(looked).isGreaterThan(20);
    }

    /** The test sees what it looks for: a record without a {@code toString} of its own would show it. */
    @Test
    void aPlainRecordWouldShowIt() throws Exception {
        assertThat(filled(Plain.class).toString()).contains(SECRET);
        assertThat(filled(Inside.class).toString()).contains(SECRET);
    }

    record Plain(String name, JsonNode data) {}

    record Inside(List<Plain> list) {}

    private static List<Class<?>> publicRecords() throws IOException, ClassNotFoundException {
        List<Class<?>> records = new ArrayList<>();
        for (String folder : PACKAGES) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = CLASSES.relativize(file).toString().replace('\\', '/');
                    if (name.endsWith(".java") && !name.endsWith("-info.java")) {
                        Class<?> type = Class.forName(
                                name.substring(0, name.length() - 5).replace('/', '.'));
                        Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                                .filter(Class::isRecord)
                                .filter(record -> Modifier.isPublic(record.getModifiers()))
                                .forEach(records::add);
                    }
                }
            }
        }
        return records;
    }

    /** A record whose data, and only that, is the secret. */
    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        @Nullable Object[] values = new @Nullable Object[constructor.getParameterCount()];
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < values.length; i++) {
            values[i] = value(type, type.getRecordComponents()[i].getName(), parameters[i]);
        }
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> owner, String name, Parameter parameter)
            throws ReflectiveOperationException {
        Class<?> type = parameter.getType();
        if (type == List.class) {
            Type element = ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
            return element instanceof Class<?> of
                    ? List.of(Objects.requireNonNull(value(owner, name, of)))
                    : List.of(SECRET);
        }
        return value(owner, name, type);
    }

    private static @Nullable Object value(Class<?> owner, String name, Class<?> type)
            throws ReflectiveOperationException {
        if (owner == ExecutionFilter.class && name.equals("mapRunArn")) {
            return null; // goes with no other condition
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return TextNode.valueOf(SECRET);
        }
        if (type == String.class) {
            return isData(owner, name) ? SECRET : "shown";
        }
        if (type == Instant.class) {
            return START;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? filled(type) : null;
    }

    /** Errors and causes are made of data as often as not, and who has a token can answer. */
    private static boolean isData(Class<?> owner, String name) {
        return name.equals("error")
                || name.equals("cause")
                || name.equals("token")
                || (name.equals("subject") && owner.getName().endsWith("$Body"));
    }
}
