package dev.asl4j.compiler;

import java.util.Objects;
import javax.lang.model.SourceVersion;

/**
 * What a caller chooses for one compilation.
 *
 * @param packageName the package in front of the packages that come from folders; {@code ""}, the default, for none
 */
public record CompilerOptions(String packageName) {
    /** Packages come from folders alone. */
    public static final CompilerOptions DEFAULTS = new CompilerOptions("");

    /** Checks that the package name is one; throws IllegalArgumentException otherwise. */
    public CompilerOptions {
        Objects.requireNonNull(packageName, "packageName");
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException("not a package name: " + packageName);
        }
    }
}
