package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.plan.ScopePlan;
import dev.asl4j.compiler.plan.ScopePlan.Slice;
import dev.asl4j.compiler.plan.ScopePlan.StateCode;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The methods that find a state's task and the scopes inside a state by its number, where a scope has such states. */
final class PieceGenerator {
    private final ScopePlan scope;

    PieceGenerator(ScopePlan scope) {
        this.scope = scope;
    }

    /**
     * Adds them to the class of the scope:
     *
     * <pre>{@code
     * @Override
     * public Task task(int state) {
     *   return switch (state) {
     *     case VALIDATE_ORDER -> validateOrder;
     *     case CHARGE -> charge;
     *     default -> super.task(state);
     *   };
     * }
     *
     * @Override
     * public List<Scope> inner(int state) {
     *   return switch (state) {
     *     case CHECK_ALL -> List.of(checkAllBranch1, checkAllBranch2);
     *     default -> List.of();
     *   };
     * }
     * }</pre>
     */
    void addTo(TypeSpec.Builder type) {
        Slice first = scope.slices().get(0);
        if (has(Pieces.TASKS)) {
            type.addMethod(method("task", RuntimeTypes.TASK, true)
                    .addCode(
                            first.className() == null
                                    ? tasks(first, "super.task(state)")
                                    : DispatchGenerator.search(scope.slices(), "state", "return $L.task(state)"))
                    .build());
        }
        if (has(Pieces.SCOPES)) {
            type.addMethod(method("inner", RuntimeTypes.SCOPES, true)
                    .addCode(
                            first.className() == null
                                    ? inner(first)
                                    : DispatchGenerator.search(scope.slices(), "state", "return $L.inner(state)"))
                    .build());
        }
    }

    /** Adds those of a slice to its class. */
    void addTo(Slice slice, TypeSpec.Builder type) {
        if (has(Pieces.TASKS)) {
            String none = "throw new IllegalArgumentException(\"no Task state: \" + state)";
            type.addMethod(method("task", RuntimeTypes.TASK, false)
                    .addCode(tasks(slice, none))
                    .build());
        }
        if (has(Pieces.SCOPES)) {
            type.addMethod(method("inner", RuntimeTypes.SCOPES, false)
                    .addCode(inner(slice))
                    .build());
        }
    }

    private boolean has(Pieces pieces) {
        return scope.slices().stream()
                .flatMap(slice -> slice.states().stream())
                .anyMatch(state -> !state.plan().accept(pieces).isEmpty());
    }

    private static MethodSpec.Builder method(String name, TypeName type, boolean overrides) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).returns(type).addParameter(TypeName.INT, "state");
        return overrides ? method.addAnnotation(Override.class).addModifiers(Modifier.PUBLIC) : method;
    }

    private static CodeBlock tasks(Slice slice, String none) {
        return cases(slice, Pieces.TASKS, fields -> CodeBlock.of("$L", fields.get(0)), CodeBlock.of("$L", none));
    }

    private static CodeBlock inner(Slice slice) {
        return cases(
                slice,
                Pieces.SCOPES,
                fields -> CodeBlock.of("$T.of($L)", List.class, String.join(", ", fields)),
                CodeBlock.of("$T.of()", List.class));
    }

    private static CodeBlock cases(
            Slice slice, Pieces pieces, Function<List<String>, CodeBlock> result, CodeBlock otherwise) {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (state) {\n$>");
        for (StateCode state : slice.states()) {
            List<String> fields = state.plan().accept(pieces);
            if (!fields.isEmpty()) {
                code.add("case $L -> $L;\n", state.plan().heading().constant(), result.apply(fields));
            }
        }
        return code.add("default -> $L;\n$<};\n", otherwise).build();
    }
}
