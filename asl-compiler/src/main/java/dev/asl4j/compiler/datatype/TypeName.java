package dev.asl4j.compiler.datatype;

import org.jspecify.annotations.Nullable;

/**
 * What a generated type is called.
 *
 * @param packageName empty: none
 * @param outer the class of the file
 * @param nested the type in it; null: the outer one itself
 */
public record TypeName(
        String packageName, String outer, @Nullable String nested) {
    /** Without the package and the class around it. */
    public String simple() {
        return nested == null ? outer : nested;
    }
}
