package dev.asl4j.compiler;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.contract.TypesReader;
import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.dataflow.ShapeAnalysis;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.TypeName;
import dev.asl4j.compiler.datatype.TypePlanner;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.FileRules;
import dev.asl4j.compiler.document.Workflow;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.plan.DeclaredTasks;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.rules.RulesFile;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaBundle;
import dev.asl4j.compiler.schema.SchemaFile;
import dev.asl4j.compiler.schema.SchemaReader;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types of all definitions of one compilation, whose schemas may be the same. */
final class Typing {
    /** A class file holds more, but somebody has to compile it. */
    private static final int MOST_SCHEMA_TEXT = 16 * 1_048_576;

    private final Diagnostics diagnostics;
    private final SchemaReader reader;
    private final Map<String, Contract> contracts = new HashMap<>();
    private final Map<String, Followed> followed = new TreeMap<>();
    private boolean sound = true;

    Typing(List<SchemaFile> schemas, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.reader = new SchemaReader(schemas, diagnostics);
    }

    /** Reads the file with types beside a definition; what is set in the file with rules for the whole definition counts in it. */
    void read(Definition definition, Optional<RulesFile> rules, Optional<StateMachine> machine) {
        machine.ifPresent(known -> followed.put(definition.path(), new Followed(definition, known)));
        int errors = diagnostics.errorCount();
        readTypes(definition, rules, machine);
        sound &= diagnostics.errorCount() == errors;
    }

    private void readTypes(Definition definition, Optional<RulesFile> rules, Optional<StateMachine> machine) {
        SideFile file = definition.types();
        if (file == null) {
            return;
        }
        rules.ifPresent(set ->
                diagnostics.rules(file.displayPath(), new FileRules(set.rules().file(), Map.of())));
        String path = pathOf(definition);
        Contract contract = TypesReader.read(path, file.displayPath(), file.content(), reader, diagnostics);
        contracts.put(definition.path(), contract);
        // Of a definition with errors not all tasks are known.
        if (!diagnostics.hasErrors(definition.displayPath())) {
            machine.ifPresent(known -> contract.check(known, diagnostics));
        }
    }

    /** The path of the file with types beside a definition, below the source root. */
    static String pathOf(Definition definition) {
        int folder = definition.path().lastIndexOf('/') + 1;
        return definition.path().substring(0, folder)
                + SideFile.Kind.TYPES.nameFor(definition.path().substring(folder));
    }

    /** What is declared of a definition. */
    Contract contract(Definition definition) {
        return contracts.getOrDefault(definition.path(), Contract.NONE);
    }

    /** Reads what the schemas refer to; nothing can be read afterwards. */
    Schemas finish() {
        int errors = diagnostics.errorCount();
        Schemas schemas = reader.finish();
        sound &= diagnostics.errorCount() == errors;
        return schemas;
    }

    /** A definition through which data can be followed. */
    private record Followed(Definition definition, StateMachine machine) {}

    /** Follows the data through each definition without errors, if nothing is wrong with types and schemas, and reports what is wrong with it. */
    void follow(Schemas schemas) {
        if (sound) {
            SideBySide.each(
                    List.copyOf(followed.values()),
                    each -> follow(each, schemas),
                    (each, part) -> diagnostics.add(part));
        }
    }

    private Diagnostics follow(Followed each, Schemas schemas) {
        Definition definition = each.definition();
        Diagnostics part = diagnostics.part();
        if (!part.hasErrors(definition.displayPath())) {
            try {
                ShapeAnalysis.of(each.machine(), contract(definition), schemas).report(part);
            } catch (RuntimeException | StackOverflowError e) {
                throw new IllegalStateException("asl4j itself failed on " + definition.displayPath() + ": " + e, e);
            }
        }
        return part;
    }

    /** What is known at each state of the only definition; none: it has errors, or its types have. */
    List<Facts> facts(Schemas schemas) {
        return followed.values().stream()
                .filter(each ->
                        sound && !diagnostics.hasErrors(each.definition().displayPath()))
                .flatMap(
                        each -> ShapeAnalysis.of(each.machine(), contract(each.definition()), schemas).facts().stream())
                .toList();
    }

    /** All that is known of a definition without errors. */
    Workflow workflow(Definition definition, WorkflowPlan plan, Schemas schemas, Types types, CompilerOptions options) {
        Followed known = Objects.requireNonNull(followed.get(definition.path()), definition::path);
        return new Workflow(
                definition.path(),
                options.machineType().words(),
                known.machine(),
                plan,
                contract(definition),
                schemas,
                signatures(definition, types, Optional.empty()),
                ShapeAnalysis.of(known.machine(), contract(definition), schemas).facts());
    }

    /**
     * Plans the Java types of all that is declared; only without errors.
     *
     * @param units all definitions, in the order in which their types are planned
     */
    Types plan(Schemas schemas, List<Unit> units, CompilerOptions options) {
        TypePlanner planner = new TypePlanner(schemas, options.types());
        Map<String, TypeName> owners = new HashMap<>();
        for (Unit unit : units) {
            owners.put(pathOf(unit.definition()), new TypeName(unit.packageName(), unit.className() + "Types", null));
            List<Schema> declared = new ArrayList<>();
            contract(unit.definition()).types().forEach(type -> type.accept(new Collector(declared)));
            declared.forEach(planner::add);
        }
        return planner.finish(owners, options.packageName(), diagnostics);
    }

    /** The schemas that a workflow checks values by, if it has any and that is wanted; what is wrong in them is reported. */
    Optional<SchemaBundle> bundle(Definition definition, Schemas schemas, CompilerOptions options) {
        List<Schema> declared = new ArrayList<>();
        contract(definition).types().forEach(type -> type.accept(new Collector(declared)));
        if (declared.isEmpty() || !options.types().validation()) {
            return Optional.empty();
        }
        SchemaBundle bundle = schemas.bundle(declared, diagnostics);
        if (bundle.document().length() > MOST_SCHEMA_TEXT) {
            String message = "the schemas have " + bundle.document().length()
                    + " characters in all, a class has room for " + MOST_SCHEMA_TEXT;
            diagnostics.report(
                    Code.TOO_LARGE, declared.get(0).heading().origin(), message, "switch schemaValidation off");
        }
        return Optional.of(bundle);
    }

    /** The types at the borders of a workflow. */
    Signatures signatures(Definition definition, Types types, Optional<SchemaBundle> bundle) {
        Contract contract = contract(definition);
        Borders borders = new Borders(types, bundle.orElse(null));
        Map<String, Signatures.Signature> tasks = new HashMap<>();
        contract.tasks()
                .forEach(task -> tasks.put(
                        task.name(),
                        new Signatures.Signature(
                                borders.of(task.input()), borders.of(task.output()), borders.of(task.answer()))));
        return new Signatures(
                types, bundle.orElse(null), borders.of(contract.input()), borders.of(contract.output()), tasks);
    }

    private record Borders(Types types, @Nullable SchemaBundle bundle)
            implements DeclaredType.Visitor<Signatures.Border> {
        Signatures.Border of(@Nullable DeclaredType type) {
            return type == null ? Signatures.Border.JSON : type.accept(this);
        }

        @Override
        public Signatures.Border schema(DeclaredType.OfSchema declared) {
            Integer number = bundle == null ? null : bundle.number(declared.schema());
            return new Signatures.Border(types.use(declared.schema()), number);
        }

        @Override
        public Signatures.Border existing(DeclaredType.OfClass declared) {
            return new Signatures.Border(new JavaType.Use(new JavaType.Existing(declared.name()), false), null);
        }
    }

    /** What the planner of a definition has to know of its tasks before types are planned. */
    DeclaredTasks tasks(Definition definition) {
        Map<String, DeclaredTasks.Declared> declared = new HashMap<>();
        for (Contract.Task task : contract(definition).tasks()) {
            List<DeclaredTasks.TaskError> errors = task.errors().stream()
                    .map(error -> new DeclaredTasks.TaskError(error.name(), error.description()))
                    .toList();
            declared.put(
                    task.name(),
                    new DeclaredTasks.Declared(
                            task.input() != null, task.output() != null, task.answer() != null, task.async(), errors));
        }
        return new DeclaredTasks(declared);
    }

    /** Existing classes have no schema. */
    private record Collector(List<Schema> schemas) implements DeclaredType.Visitor<Boolean> {
        @Override
        public Boolean schema(DeclaredType.OfSchema type) {
            return schemas.add(type.schema());
        }

        @Override
        public Boolean existing(DeclaredType.OfClass type) {
            return false;
        }
    }
}
