package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.plan.Constant;
import dev.asl4j.compiler.plan.PartMethod;
import dev.asl4j.compiler.plan.ScopePlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested classes of a scope. */
final class ScopeGenerator {
    /** Names of variables that stand in the constructor itself. */
    private static final int MOST_IN_CONSTRUCTOR = 100;

    private final Speller speller;
    private final String fileName;

    ScopeGenerator(Speller speller, String fileName) {
        this.speller = speller;
        this.fileName = fileName;
    }

    /** The members for a slice's states: constants, methods of the states, methods for parts of them. */
    void addStates(ScopePlan.Slice slice, TypeSpec.Builder type) {
        StateGenerator states = new StateGenerator(speller, fileName);
        for (ScopePlan.StateCode state : slice.states()) {
            states.methods(state.plan()).forEach(type::addMethod);
            for (ScopePlan.CatcherPlan catcher : state.catchers()) {
                if (catcher.method() != null) {
                    type.addMethod(states.caught(state.plan().heading(), catcher));
                }
            }
            addExtras(state.constants(), state.parts(), type);
        }
    }

    private void addExtras(List<Constant> constants, List<PartMethod> parts, TypeSpec.Builder type) {
        ConstantGenerator fields = new ConstantGenerator(speller);
        PartGenerator methods = new PartGenerator(speller);
        constants.forEach(constant -> type.addField(fields.field(constant)));
        parts.forEach(part -> type.addMethod(methods.method(part)));
    }

    /**
     * The class of the scope. Its states' methods are its own, but for those of the top level, which stand in the
     * outermost class, and those of a scope with more than one slice.
     *
     * <pre>{@code
     * private final class Main extends Scope {
     *   private static final StateTable TABLE = ...;
     *
     *   Main() {
     *     super(TABLE, VALIDATE_ORDER, false);
     *   }
     *   ...
     * }
     * }</pre>
     */
    TypeSpec scope(ScopePlan scope) {
        TypeSpec.Builder type = TypeSpec.classBuilder(scope.className())
                .addJavadoc("$L", javadoc(scope))
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(RuntimeTypes.SCOPE);
        DispatchGenerator dispatch = new DispatchGenerator(speller);
        if (ownsNumbers(scope)) {
            addNumbers(scope, type);
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addStatement("super(TABLE, $L, $L$L)", scope.start(), scope.pure(), variables(scope, type))
                .build());
        for (ScopePlan.Slice slice : scope.slices()) {
            if (slice.className() != null) {
                TypeName sliceType = ClassName.bestGuess(slice.className());
                type.addField(FieldSpec.builder(sliceType, slice.field(), Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $L()", slice.className())
                        .build());
            }
        }
        type.addMethod(dispatch.enter(scope)).addMethod(dispatch.resume(scope));
        new PieceGenerator(scope).addTo(type);
        ScopePlan.ItemSelector selector = scope.itemSelector();
        if (selector != null) {
            type.addMethod(itemInput(selector));
            addExtras(selector.constants(), selector.parts(), type);
        }
        if (ownsNumbers(scope)) {
            addStates(scope.slices().get(0), type);
        }
        addTable(scope, type); // behind the constants, which its catchers use
        return type.build();
    }

    /** Whether the numbers of the states stand in the scope's class: else in the outermost, for all who need them. */
    static boolean ownsNumbers(ScopePlan scope) {
        return scope.field() != null && scope.slices().get(0).className() == null;
    }

    /** {@code private static final int VALIDATE_ORDER = 0;} */
    static void addNumbers(ScopePlan scope, TypeSpec.Builder type) {
        for (ScopePlan.Slice slice : scope.slices()) {
            for (int i = 0; i < slice.states().size(); i++) {
                String constant = slice.states().get(i).plan().heading().constant();
                type.addField(
                        FieldSpec.builder(TypeName.INT, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                                .initializer("$L", slice.first() + i)
                                .build());
            }
        }
    }

    /** {@code , "total", "rate"}: the variables by their numbers; many are an array of their own. */
    private CodeBlock variables(ScopePlan scope, TypeSpec.Builder type) {
        CodeBlock names = scope.variables().stream()
                .map(variable -> speller.string(variable.text()))
                .collect(CodeBlock.joining(", "));
        if (scope.variables().size() <= MOST_IN_CONSTRUCTOR) {
            return scope.variables().isEmpty() ? names : CodeBlock.of(", $L", names);
        }
        type.addField(FieldSpec.builder(String[].class, "VARIABLES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("{$L}", names)
                .build());
        return CodeBlock.of(", VARIABLES");
    }

    /** {@code private static final int RATE_SLOT = 0;} for each variable; inner scopes read those of outer ones. */
    static void addSlots(ScopePlan scope, TypeSpec.Builder outermost) {
        for (int i = 0; i < scope.variables().size(); i++) {
            outermost.addField(FieldSpec.builder(
                            TypeName.INT,
                            scope.variables().get(i).constant(),
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer("$L", i)
                    .build());
        }
    }

    private static String javadoc(ScopePlan scope) {
        String owner = scope.owner();
        if (owner == null) {
            return "The top level.";
        }
        return scope.branch() == 0
                ? "What the Map state " + Comments.code(owner) + " does with each item."
                : "Branch " + scope.branch() + " of the Parallel state " + Comments.code(owner) + ".";
    }

    /**
     * <pre>{@code
     * @Override
     * public JsonNode itemInput(Frame frame, JsonNode input, int index, JsonNode item) {
     *   return object()
     *       .set("sku", found(at(item, STATE_SKU), "$$.Map.Item.Value.sku", "sku.$", item))
     *       .build();
     * }
     * }</pre>
     */
    private MethodSpec itemInput(ScopePlan.ItemSelector selector) {
        return MethodSpec.methodBuilder("itemInput")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.JSON_NODE)
                .addParameter(RuntimeTypes.FRAME, "frame")
                .addParameter(RuntimeTypes.JSON_NODE, "input")
                .addParameter(TypeName.INT, "index")
                .addParameter(RuntimeTypes.JSON_NODE, "item")
                .addCode(speller.lets(selector.lets()))
                .addStatement("return $L", speller.value(selector.value()))
                .build();
    }

    /**
     * <pre>{@code
     * private static final StateTable TABLE = StateTable.builder()
     *     .state(StateType.PASS, States.GREET)
     *     .build();
     * }</pre>
     *
     * <p>and for many states
     *
     * <pre>{@code
     * private static final StateTable TABLE = rows_2(rows_1(StateTable.builder())).build();
     * }</pre>
     */
    private void addTable(ScopePlan scope, TypeSpec.Builder type) {
        TableGenerator table = new TableGenerator(speller);
        List<CodeBlock> rows = scope.slices().stream()
                .flatMap(slice -> slice.rows().stream().map(states -> table.rows(slice, states)))
                .toList();
        CodeBlock builder = CodeBlock.of("$T.builder()", RuntimeTypes.STATE_TABLE);
        if (rows.size() == 1) {
            builder = CodeBlock.of("$L$>$>$L\n", builder, rows.get(0));
        } else {
            for (int i = 0; i < rows.size(); i++) {
                // No state gives a method this name: the underscore stands only behind a digit.
                String name = "rows_" + (i + 1);
                builder = CodeBlock.of("$L($L)", name, builder);
                type.addMethod(MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(RuntimeTypes.STATE_TABLE_BUILDER)
                        .addParameter(RuntimeTypes.STATE_TABLE_BUILDER, "table")
                        .addStatement("return table$L", rows.get(i))
                        .build());
            }
        }
        type.addField(
                FieldSpec.builder(RuntimeTypes.STATE_TABLE, "TABLE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(rows.size() == 1 ? "$L.build()$<$<" : "$L.build()", builder)
                        .build());
    }

    /** The classes of slices, where one class has no room for all states of the scope. */
    void addSlices(ScopePlan scope, TypeSpec.Builder outermost) {
        DispatchGenerator dispatch = new DispatchGenerator(speller);
        for (ScopePlan.Slice slice : scope.slices()) {
            if (slice.className() != null) {
                TypeSpec.Builder type = TypeSpec.classBuilder(slice.className())
                        .addJavadoc("States $L to $L of {@link $L}.", slice.first(), slice.end() - 1, scope.className())
                        .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                        .addMethod(dispatch.sliceEnter(slice))
                        .addMethod(dispatch.sliceResume(slice));
                new PieceGenerator(scope).addTo(slice, type);
                addStates(slice, type);
                outermost.addType(type.build());
            }
        }
    }
}
