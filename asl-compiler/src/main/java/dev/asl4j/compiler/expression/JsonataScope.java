package dev.asl4j.compiler.expression;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that an expression binds itself: in blocks and functions, and in paths, whose bindings end with the path. */
final class JsonataScope {

    private final @Nullable JsonataScope outer;
    private final boolean path;
    private final Set<String> names = new HashSet<>();

    private JsonataScope(@Nullable JsonataScope outer, boolean path) {
        this.outer = outer;
        this.path = path;
    }

    static JsonataScope outermost() {
        return new JsonataScope(null, false);
    }

    /** The scope of a block or a function in this one. */
    JsonataScope block() {
        return new JsonataScope(this, false);
    }

    /** The scope of a path in this one. */
    JsonataScope path() {
        return new JsonataScope(this, true);
    }

    /** Binds a variable in the nearest block. */
    void bind(String name) {
        JsonataScope block = this;
        while (block.path && block.outer != null) {
            block = block.outer;
        }
        block.names.add(name);
    }

    /** Binds a variable in the path. */
    void bindInPath(String name) {
        names.add(name);
    }

    boolean binds(String name) {
        for (JsonataScope scope = this; scope != null; scope = scope.outer) {
            if (scope.names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
