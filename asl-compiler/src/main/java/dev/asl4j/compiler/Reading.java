package dev.asl4j.compiler;

import dev.asl4j.compiler.check.Checks;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Substitution;
import dev.asl4j.compiler.json.YamlReader;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.rules.RulesFile;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a definition by the phases that make no Java.
 *
 * @param rules the file with rules beside it
 * @param machine empty: nothing could be read
 */
record Reading(Optional<RulesFile> rules, Optional<StateMachine> machine) {
    /** Placeholders without a value are errors, whatever else would become of them. */
    private static final Map<Code, Code> STRICT = Map.of(
            Code.LITERAL_SUBSTITUTION, Code.UNRESOLVED_SUBSTITUTION,
            Code.MISSING_SUBSTITUTION, Code.UNRESOLVED_SUBSTITUTION);

    /** An empty collection that hears what the options ask for. */
    static Diagnostics diagnostics(CompilerOptions options) {
        return new Diagnostics(
                options.rules(),
                switch (options.unresolvedSubstitutions()) {
                    case WARN -> Map.of();
                    case ERROR -> STRICT;
                });
    }

    /** Reads, parses and checks a definition. */
    static Reading of(Unit unit, CompilerOptions options, Diagnostics diagnostics) {
        Optional<RulesFile> rules = rules(unit.definition(), diagnostics);
        return new Reading(rules, machine(unit, rules, options, diagnostics));
    }

    private static Optional<StateMachine> machine(
            Unit unit, Optional<RulesFile> rules, CompilerOptions options, Diagnostics diagnostics) {
        Definition definition = unit.definition();
        JsonValue root = unit.isYaml()
                ? YamlReader.read(definition.displayPath(), definition.content(), diagnostics)
                : JsonReader.read(definition.displayPath(), definition.content(), diagnostics);
        if (root == null) {
            return Optional.empty();
        }
        JsonValue document = Substitution.apply(root, options.substitutions(), diagnostics);
        rules.ifPresent(file -> file.check(document, diagnostics));
        Optional<StateMachine> machine = DefinitionParser.parse(document, unit.machineName(), diagnostics);
        machine.ifPresent(parsed -> Checks.check(parsed, options.machineType().executions(), diagnostics));
        return machine;
    }

    /** Before everything else: the levels count in all phases. */
    private static Optional<RulesFile> rules(Definition definition, Diagnostics diagnostics) {
        SideFile file = definition.rules();
        if (file == null) {
            return Optional.empty();
        }
        RulesFile rules = RulesFile.read(file.displayPath(), file.content(), diagnostics);
        diagnostics.rules(definition.displayPath(), rules.rules());
        return Optional.of(rules);
    }
}
