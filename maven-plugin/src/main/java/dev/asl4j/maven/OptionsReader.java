package dev.asl4j.maven;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.CompilerOptions.UnresolvedSubstitutions;
import dev.asl4j.compiler.MachineType;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The parameters of a goal that reach the compiler. What cannot be right is the user's to mend, and named. */
record OptionsReader(
        @Nullable String packageName,
        @Nullable Map<String, @Nullable String> substitutions,
        @Nullable File substitutionsFile,
        String unresolvedSubstitutions,
        String machineType,
        TypesReader types,
        RulesReader rules) {

    CompilerOptions read() throws IOException, MojoFailureException {
        String prefix = packageName == null ? "" : packageName.strip();
        if (!prefix.isEmpty() && !SourceVersion.isName(prefix)) {
            throw new MojoFailureException("packageName '" + prefix + "' is not the name of a Java package");
        }
        UnresolvedSubstitutions unresolved =
                switch (unresolvedSubstitutions.strip().toLowerCase(Locale.ROOT)) {
                    case "warn" -> UnresolvedSubstitutions.WARN;
                    case "error" -> UnresolvedSubstitutions.ERROR;
                    default ->
                        throw new MojoFailureException("unresolvedSubstitutions '" + unresolvedSubstitutions
                                + "' is neither 'warn' nor 'error'");
                };
        MachineType type = MachineType.of(machineType.strip())
                .orElseThrow(() -> new MojoFailureException(
                        "machineType '" + machineType + "' is neither 'standard' nor 'express'"));
        CompilerOptions options = new CompilerOptions(prefix)
                .withUnresolvedSubstitutions(unresolved)
                .withMachineType(type)
                .withTypes(types.read())
                .withRules(rules.read());
        try {
            return options.withSubstitutions(values());
        } catch (IllegalArgumentException wrong) {
            throw new MojoFailureException("substitutions: " + wrong.getMessage(), wrong);
        }
    }

    private Map<String, String> values() throws IOException, MojoFailureException {
        Map<String, String> values = new TreeMap<>();
        if (substitutionsFile != null) {
            Properties properties = properties(substitutionsFile);
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        }
        if (substitutions != null) {
            // An empty element is null to Maven.
            substitutions.forEach((name, value) -> values.put(name, value == null ? "" : value));
        }
        return values;
    }

    private static Properties properties(File file) throws IOException, MojoFailureException {
        if (!file.isFile()) {
            throw new MojoFailureException("substitutionsFile '" + file + "' does not exist");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            throw new MojoFailureException("substitutionsFile '" + file + "' is no properties file in UTF-8", broken);
        }
        return properties;
    }
}
