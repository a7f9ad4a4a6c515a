package dev.asl4j.compiler;

import java.util.Objects;

/**
 * What a caller chooses for one compilation.
 *
 * @param packageName the package in front of the packages that come from folders; {@code ""}, the default, for none
 */
public record CompilerOptions(String packageName) {
    /** Packages come from folders alone. */
    public static final CompilerOptions DEFAULTS = new CompilerOptions("");

    public CompilerOptions {
        Objects.requireNonNull(packageName, "packageName");
    }
}
