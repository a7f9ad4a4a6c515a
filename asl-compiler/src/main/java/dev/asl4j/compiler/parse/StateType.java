package dev.asl4j.compiler.parse;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of {@code Type}. */
enum StateType {
    TASK("Task"),
    PASS("Pass"),
    CHOICE("Choice"),
    WAIT("Wait"),
    SUCCEED("Succeed"),
    FAIL("Fail"),
    PARALLEL("Parallel"),
    MAP("Map");

    private static final List<String> NAMES =
            Arrays.stream(values()).map(StateType::field).toList();

    private final String field;

    StateType(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    static List<String> names() {
        return NAMES;
    }

    static @Nullable StateType ofField(String field) {
        int index = NAMES.indexOf(field);
        return index < 0 ? null : values()[index];
    }
}
