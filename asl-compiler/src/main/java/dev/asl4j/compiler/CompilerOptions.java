package dev.asl4j.compiler;

import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.json.Placeholder;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/**
 * What a caller chooses for one compilation.
 *
 * @param packageName the package in front of the packages that come from folders; {@code ""}, the default, for none
 * @param substitutions the values of placeholders by their names: {@code AWS::Region} for <code>${AWS::Region}</code>; none by default
 * @param unresolvedSubstitutions what becomes of placeholders without a value; by default they are warned of
 * @param rules what becomes of each rule; by default AWS's rules at their own levels
 * @param machineType the type that the machines are created with; by default STANDARD
 * @param types how schemas become Java types where they leave it open
 */
public record CompilerOptions(
        String packageName,
        Map<String, String> substitutions,
        UnresolvedSubstitutions unresolvedSubstitutions,
        RuleSet rules,
        MachineType machineType,
        TypeOptions types) {
    /** Packages come from folders alone, and placeholders have no values. */
    public static final CompilerOptions DEFAULTS = new CompilerOptions("");

    /** What becomes of placeholders without a value, other than in the resource of a task, which goes by their name then. */
    public enum UnresolvedSubstitutions {
        /** A warning; a state that needs the value fails when it is reached. */
        WARN,
        /** An error. */
        ERROR
    }

    /** Copies the substitutions. Throws IllegalArgumentException for what cannot be the name of a package or of a placeholder. */
    public CompilerOptions {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(unresolvedSubstitutions, "unresolvedSubstitutions");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(machineType, "machineType");
        Objects.requireNonNull(types, "types");
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException("not a package name: " + packageName);
        }
        substitutions = Collections.unmodifiableMap(new TreeMap<>(substitutions));
        substitutions.forEach((name, value) -> {
            if (!Placeholder.isName(name)) {
                throw new IllegalArgumentException("not the name of a placeholder: " + name);
            }
            Objects.requireNonNull(value, name);
        });
    }

    /** The defaults with a package. */
    public CompilerOptions(String packageName) {
        this(
                packageName,
                Map.of(),
                UnresolvedSubstitutions.WARN,
                RuleSet.DEFAULT,
                MachineType.STANDARD,
                TypeOptions.DEFAULT);
    }

    /** The same with other substitutions. */
    public CompilerOptions withSubstitutions(Map<String, String> values) {
        return new CompilerOptions(packageName, values, unresolvedSubstitutions, rules, machineType, types);
    }

    /** The same with another fate of placeholders without a value. */
    public CompilerOptions withUnresolvedSubstitutions(UnresolvedSubstitutions fate) {
        return new CompilerOptions(packageName, substitutions, fate, rules, machineType, types);
    }

    /** The same by other rules. */
    public CompilerOptions withRules(RuleSet others) {
        return new CompilerOptions(packageName, substitutions, unresolvedSubstitutions, others, machineType, types);
    }

    /** The same for machines of another type. */
    public CompilerOptions withMachineType(MachineType type) {
        return new CompilerOptions(packageName, substitutions, unresolvedSubstitutions, rules, type, types);
    }

    /** The same with other types for schemas. */
    public CompilerOptions withTypes(TypeOptions others) {
        return new CompilerOptions(packageName, substitutions, unresolvedSubstitutions, rules, machineType, others);
    }
}
