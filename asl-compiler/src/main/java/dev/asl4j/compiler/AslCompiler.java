package dev.asl4j.compiler;

import dev.asl4j.compiler.check.Checks;
import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.datatype.TypeFile;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.document.Page;
import dev.asl4j.compiler.document.Pages;
import dev.asl4j.compiler.document.Workflow;
import dev.asl4j.compiler.drawing.Notation;
import dev.asl4j.compiler.flow.ErrorFlow;
import dev.asl4j.compiler.flow.ErrorSet;
import dev.asl4j.compiler.generate.TypeFileGenerator;
import dev.asl4j.compiler.generate.WorkflowGenerator;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Substitution;
import dev.asl4j.compiler.json.YamlReader;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.plan.DeclaredTasks;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.plan.WorkflowPlanner;
import dev.asl4j.compiler.rules.RulesFile;
import dev.asl4j.compiler.schema.SchemaBundle;
import dev.asl4j.compiler.schema.SchemaFile;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

// Size: one method for each thing that can be asked of the compiler, and the phases that they share.
/**
 * Compiles definitions in Amazon States Language to Java source files, and to pages about them. Does no input and no output of its own; the same
 * definitions and options give the same text, in whatever order they come.
 */
public final class AslCompiler {
    /** Placeholders without a value are errors, whatever else would become of them. */
    private static final Map<Code, Code> STRICT = Map.of(
            Code.LITERAL_SUBSTITUTION, Code.UNRESOLVED_SUBSTITUTION,
            Code.MISSING_SUBSTITUTION, Code.UNRESOLVED_SUBSTITUTION);

    private final CompilerOptions options;
    private final Diagnostics diagnostics;
    private final Typing typing;
    private final Map<String, SortedMap<String, List<String>>> references = new HashMap<>();
    private final Map<String, Failures> failures = new HashMap<>();

    private AslCompiler(List<SchemaFile> schemas, CompilerOptions options) {
        this.options = options;
        this.diagnostics = new Diagnostics(
                options.rules(),
                switch (options.unresolvedSubstitutions()) {
                    case WARN -> Map.of();
                    case ERROR -> STRICT;
                });
        this.typing = new Typing(schemas, diagnostics);
    }

    /**
     * Compiles all the definitions together. Every mistake in them becomes a diagnostic of the result; none is thrown.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static CompilationResult compile(List<Definition> definitions, CompilerOptions options) {
        return compile(definitions, List.of(), options);
    }

    /**
     * Compiles all the definitions together, and the schemas that the files with types beside them refer to. Every mistake in them becomes a
     * diagnostic of the result; none is thrown. Of a schema that nothing refers to nothing is said.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static CompilationResult compile(
            List<Definition> definitions, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(schemas, options);
            return compiler.compile(definitions, compiler::sources);
        });
    }

    /**
     * Writes pages about all the definitions, in Markdown: one for each, and one that lists them. What would keep classes from being made of
     * them keeps pages from being made.
     *
     * @return the pages in the place of the Java files
     * @throws IllegalStateException if the compiler itself fails
     */
    public static CompilationResult document(
            List<Definition> definitions, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(schemas, options);
            return compiler.compile(
                    definitions,
                    (plans, typed) -> Pages.of(compiler.workflows(plans, typed)).stream()
                            .map(AslCompiler::file)
                            .toList());
        });
    }

    /**
     * Writes a page about a definition, which stands alone.
     *
     * @return the page in the place of the Java file
     * @throws IllegalStateException if the compiler itself fails
     */
    public static CompilationResult document(Definition definition, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(schemas, options);
            return compiler.compile(
                    List.of(definition),
                    (plans, typed) -> compiler.workflows(plans, typed).stream()
                            .map(Pages::of)
                            .map(AslCompiler::file)
                            .toList());
        });
    }

    /**
     * Checks a definition on its own, for Amazon's service or any other: whether a Java class could be made of it is not asked.
     *
     * @return everything found in it and in the file with rules beside it, sorted by file and position
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static List<Diagnostic> check(Definition definition, CompilerOptions options) {
        return check(definition, List.of(), options);
    }

    /**
     * Checks a definition on its own, with the schemas that the file with types beside it refers to.
     *
     * @return everything found in it, in the files beside it and in these schemas, sorted by file and position
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static List<Diagnostic> check(Definition definition, List<SchemaFile> schemas, CompilerOptions options) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(schemas, options);
            guarded(unit, () -> {
                Optional<RulesFile> rules = compiler.rules(definition);
                compiler.typing.read(definition, rules, compiler.read(unit, rules));
                Schemas read = compiler.typing.finish();
                compiler.typing.follow(read);
                return read;
            });
            return compiler.diagnostics.sorted();
        });
    }

    /**
     * Explains what is known of the data at a state.
     *
     * @param state its name
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static Explanation explain(
            Definition definition, List<SchemaFile> schemas, CompilerOptions options, String state) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(schemas, options);
            List<Facts> facts = guarded(unit, () -> {
                Optional<RulesFile> rules = compiler.rules(definition);
                compiler.typing.read(definition, rules, compiler.read(unit, rules));
                return compiler.typing.facts(compiler.typing.finish());
            });
            return Explanation.of(facts, state, compiler.diagnostics.sorted());
        });
    }

    /**
     * Draws the states of a definition and the ways between them, also of one with errors as far as it could be read.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static Drawing draw(Definition definition, CompilerOptions options, Notation notation) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            AslCompiler compiler = new AslCompiler(List.of(), options);
            Optional<StateMachine> machine = guarded(unit, () -> compiler.read(unit, compiler.rules(definition)));
            Optional<String> text = machine.map(read -> guarded(unit, () -> notation.draw(read)));
            return new Drawing(text, compiler.diagnostics.sorted());
        });
    }

    /** What is made of definitions without errors. */
    private interface Output {
        List<GeneratedFile> files(List<Planned> plans, Typed typed);
    }

    private CompilationResult compile(List<Definition> definitions, Output output) {
        List<Unit> units = definitions.stream()
                .sorted(Comparator.comparing(Definition::path).thenComparing(Definition::displayPath))
                .map(definition -> Unit.of(definition, options.packageName()))
                .toList();
        Collisions.report(units, diagnostics);
        List<Planned> plans = new ArrayList<>();
        for (Unit unit : units) {
            guarded(unit, () -> plan(unit)).ifPresent(plan -> plans.add(new Planned(unit, plan)));
        }
        Optional<Typed> typed = types(units);
        List<GeneratedFile> files = new ArrayList<>();
        if (typed.isPresent() && !diagnostics.hasErrors()) {
            files.addAll(output.files(plans, typed.get()));
            files.sort(Comparator.comparing(GeneratedFile::path));
        }
        return new CompilationResult(files, diagnostics.sorted(), references, failures);
    }

    private List<GeneratedFile> sources(List<Planned> plans, Typed typed) {
        List<GeneratedFile> files = new ArrayList<>();
        for (Planned planned : plans) {
            Definition definition = planned.unit().definition();
            Optional<SchemaBundle> bundle = Optional.ofNullable(typed.bundles().get(definition.path()));
            Signatures signatures = typing.signatures(definition, typed.types(), bundle);
            files.add(guarded(planned.unit(), () -> generate(planned, signatures)));
        }
        typed.types().files().forEach(file -> files.add(generate(file, typed.types())));
        return files;
    }

    private List<Workflow> workflows(List<Planned> plans, Typed typed) {
        return plans.stream()
                .map(planned -> guarded(
                        planned.unit(),
                        () -> typing.workflow(
                                planned.unit().definition(), planned.plan(), typed.schemas(), typed.types(), options)))
                .toList();
    }

    /**
     * Schemas, and the types of all definitions together, since schemas may be shared.
     *
     * @param bundles the schemas that workflows check data by, by the paths of their definitions
     */
    private record Typed(Schemas schemas, Types types, Map<String, SchemaBundle> bundles) {}

    /** Empty: something is wrong with them. */
    private Optional<Typed> types(List<Unit> units) {
        try {
            Schemas schemas = typing.finish();
            typing.follow(schemas);
            if (diagnostics.hasErrors()) {
                return Optional.empty();
            }
            Types types = typing.plan(schemas, units, options);
            Collisions.report(types, units, diagnostics);
            Map<String, SchemaBundle> bundles = new HashMap<>();
            for (Unit unit : units) {
                typing.bundle(unit.definition(), schemas, options)
                        .ifPresent(bundle -> bundles.put(unit.definition().path(), bundle));
            }
            return Optional.of(new Typed(schemas, types, bundles));
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException("asl4j itself failed on the types of the definitions: " + e, e);
        }
    }

    private record Planned(Unit unit, WorkflowPlan plan) {}

    /** Read, parse, check, plan: no phase makes use of what an earlier one found wrong. */
    private Optional<WorkflowPlan> plan(Unit unit) {
        Optional<RulesFile> rules = rules(unit.definition());
        int errors = diagnostics.errorCount();
        Optional<StateMachine> machine = read(unit, rules);
        typing.read(unit.definition(), rules, machine);
        if (diagnostics.errorCount() > errors) {
            return Optional.empty();
        }
        return machine.map(parsed -> plan(unit, parsed));
    }

    private WorkflowPlan plan(Unit unit, StateMachine machine) {
        String path = unit.definition().path();
        references.put(path, VariableReferences.of(machine));
        DeclaredTasks declared = typing.tasks(unit.definition());
        ErrorSet errors = ErrorFlow.of(machine, declared::errors).leaving();
        Failures failing = new Failures(List.copyOf(errors.names()), errors.others());
        failures.put(path, failing);
        return new WorkflowPlanner(
                        unit.packageName(), unit.className(), unit.fileName(), unit.fingerprint(), diagnostics)
                .plan(machine, failing.errors(), failing.others(), declared);
    }

    /** The phases that make no Java; empty: nothing could be read. */
    private Optional<StateMachine> read(Unit unit, Optional<RulesFile> rules) {
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
    private Optional<RulesFile> rules(Definition definition) {
        SideFile file = definition.rules();
        if (file == null) {
            return Optional.empty();
        }
        RulesFile rules = RulesFile.read(file.displayPath(), file.content(), diagnostics);
        diagnostics.rules(definition.displayPath(), rules.rules());
        return Optional.of(rules);
    }

    private static GeneratedFile generate(Planned planned, Signatures signatures) {
        Unit unit = planned.unit();
        return new GeneratedFile(
                unit.javaPath(),
                WorkflowGenerator.generate(planned.plan(), signatures),
                unit.definition().path());
    }

    private static GeneratedFile file(Page page) {
        return new GeneratedFile(page.path(), page.text(), page.definition());
    }

    private static GeneratedFile generate(TypeFile file, Types types) {
        return new GeneratedFile(
                file.qualifiedName().replace('.', '/') + ".java", TypeFileGenerator.generate(file, types), file.path());
    }

    /** A fault of the compiler's own says which definition brought it about. */
    private static <T> T guarded(Unit unit, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException(
                    "asl4j itself failed on " + unit.definition().displayPath() + ": " + e, e);
        }
    }
}
