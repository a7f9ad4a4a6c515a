package dev.asl4j.compiler;

import dev.asl4j.compiler.datatype.TypeFile;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.document.Workflow;
import dev.asl4j.compiler.flow.ErrorFlow;
import dev.asl4j.compiler.flow.ErrorSet;
import dev.asl4j.compiler.generate.TypeFileGenerator;
import dev.asl4j.compiler.generate.WorkflowGenerator;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.plan.DeclaredTasks;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.plan.WorkflowPlanner;
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
import java.util.function.Function;

/**
 * Definitions that are compiled together, phase by phase: what a phase does with one of them knows nothing of the others, and is done {@linkplain
 * SideBySide side by side}.
 */
final class Compilation {
    private final CompilerOptions options;
    private final Diagnostics diagnostics;
    private final Typing typing;
    private final Map<String, SortedMap<String, List<String>>> references = new HashMap<>();
    private final Map<String, Failures> failures = new HashMap<>();

    private Compilation(List<SchemaFile> schemas, CompilerOptions options) {
        this.options = options;
        this.diagnostics = Reading.diagnostics(options);
        this.typing = new Typing(schemas, diagnostics);
    }

    /** Makes Java files of the definitions. */
    static CompilationResult sources(List<Definition> definitions, List<SchemaFile> schemas, CompilerOptions options) {
        Compilation all = new Compilation(schemas, options);
        return all.compile(definitions, all::sources);
    }

    /** Makes other files of what is known of the definitions. */
    static CompilationResult workflows(
            List<Definition> definitions,
            List<SchemaFile> schemas,
            CompilerOptions options,
            Function<? super List<Workflow>, ? extends List<GeneratedFile>> files) {
        Compilation all = new Compilation(schemas, options);
        return all.compile(definitions, (plans, typed) -> files.apply(all.workflows(plans, typed)));
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
        List<Planned> plans = plans(machines(units));
        Optional<Typed> typed = types(units);
        List<GeneratedFile> files = new ArrayList<>();
        if (typed.isPresent() && !diagnostics.hasErrors()) {
            files.addAll(output.files(plans, typed.get()));
            files.sort(Comparator.comparing(GeneratedFile::path));
        }
        return new CompilationResult(files, diagnostics.sorted(), references, failures);
    }

    private List<GeneratedFile> sources(List<Planned> plans, Typed typed) {
        List<GeneratedFile> files = SideBySide.map(
                plans,
                planned -> planned.unit().guarded(() -> {
                    Definition definition = planned.unit().definition();
                    Optional<SchemaBundle> bundle =
                            Optional.ofNullable(typed.bundles().get(definition.path()));
                    return generate(planned, typing.signatures(definition, typed.types(), bundle));
                }));
        files.addAll(SideBySide.map(typed.types().files(), file -> generate(file, typed.types())));
        return files;
    }

    private List<Workflow> workflows(List<Planned> plans, Typed typed) {
        return SideBySide.map(
                plans,
                planned -> planned.unit()
                        .guarded(() -> typing.workflow(
                                planned.unit().definition(), planned.plan(), typed.schemas(), typed.types(), options)));
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

    /** What was read of a definition without errors. */
    private record Parsed(Unit unit, StateMachine machine) {}

    /** Reads, parses and checks them; no later phase makes use of what an earlier one found wrong. */
    private List<Parsed> machines(List<Unit> units) {
        record Part(Reading reading, Diagnostics diagnostics) {}
        List<Parsed> machines = new ArrayList<>();
        SideBySide.each(
                units,
                unit -> unit.guarded(() -> {
                    Diagnostics part = diagnostics.part();
                    return new Part(Reading.of(unit, options, part), part);
                }),
                (unit, part) -> {
                    int errors = diagnostics.errorCount();
                    diagnostics.add(part.diagnostics());
                    Reading reading = part.reading();
                    unit.guarded(() -> typing.read(unit.definition(), reading.rules(), reading.machine()));
                    if (diagnostics.errorCount() == errors) {
                        reading.machine().ifPresent(machine -> machines.add(new Parsed(unit, machine)));
                    }
                });
        return machines;
    }

    private List<Planned> plans(List<Parsed> machines) {
        record Part(
                WorkflowPlan plan,
                Failures failures,
                SortedMap<String, List<String>> references,
                Diagnostics diagnostics) {}
        List<Planned> plans = new ArrayList<>();
        SideBySide.each(
                machines,
                parsed -> parsed.unit().guarded(() -> {
                    Diagnostics part = diagnostics.part();
                    DeclaredTasks declared = typing.tasks(parsed.unit().definition());
                    Failures failing = failures(parsed.machine(), declared);
                    return new Part(
                            plan(parsed, failing, declared, part),
                            failing,
                            VariableReferences.of(parsed.machine()),
                            part);
                }),
                (parsed, part) -> {
                    String path = parsed.unit().definition().path();
                    diagnostics.add(part.diagnostics());
                    references.put(path, part.references());
                    failures.put(path, part.failures());
                    plans.add(new Planned(parsed.unit(), part.plan()));
                });
        return plans;
    }

    private static Failures failures(StateMachine machine, DeclaredTasks declared) {
        ErrorSet errors = ErrorFlow.of(machine, declared::errors).leaving();
        return new Failures(List.copyOf(errors.names()), errors.others());
    }

    private static WorkflowPlan plan(Parsed parsed, Failures failing, DeclaredTasks declared, Diagnostics diagnostics) {
        Unit unit = parsed.unit();
        return new WorkflowPlanner(
                        unit.packageName(), unit.className(), unit.fileName(), unit.fingerprint(), diagnostics)
                .plan(parsed.machine(), failing.errors(), failing.others(), declared);
    }

    private static GeneratedFile generate(Planned planned, Signatures signatures) {
        Unit unit = planned.unit();
        return new GeneratedFile(
                unit.javaPath(),
                WorkflowGenerator.generate(planned.plan(), signatures),
                unit.definition().path());
    }

    private static GeneratedFile generate(TypeFile file, Types types) {
        return new GeneratedFile(
                file.qualifiedName().replace('.', '/') + ".java", TypeFileGenerator.generate(file, types), file.path());
    }
}
