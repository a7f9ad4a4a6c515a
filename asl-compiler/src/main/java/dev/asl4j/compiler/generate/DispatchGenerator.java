package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.asl4j.compiler.plan.ScopePlan;
import dev.asl4j.compiler.plan.StateHeading;
import dev.asl4j.compiler.plan.StatePlan;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods that find a state's code by its number. */
final class DispatchGenerator {
    private final Speller speller;

    DispatchGenerator(Speller speller) {
        this.speller = speller;
    }

    /**
     * <pre>{@code
     * @Override
     * public void enter(Frame frame) {
     *   do {
     *     switch (frame.state()) {
     *       case VALIDATE_ORDER -> validateOrder(frame);
     *       ...
     *       default -> throw new IllegalStateException("No state " + frame.state());
     *     }
     *   } while (frame.goesOn());
     * }
     * }</pre>
     */
    MethodSpec enter(ScopePlan scope) {
        MethodSpec.Builder method = scopeMethod("enter");
        ScopePlan.Slice first = scope.slices().get(0);
        return method.beginControlFlow("do")
                .addCode(
                        first.className() == null
                                ? enterSwitch(first)
                                : search(scope.slices(), "frame.state()", "$L.enter(frame)"))
                .endControlFlow("while (frame.goesOn())")
                .build();
    }

    /**
     * <pre>{@code
     * @Override
     * public void resume(Frame frame, JsonNode result) {
     *   switch (frame.state()) {
     *     case VALIDATE_ORDER -> validateOrderResult(frame, result);
     *     case CHARGE -> frame.next(SHIP, result);
     *     default -> throw new IllegalStateException("No state " + frame.state());
     *   }
     * }
     * }</pre>
     */
    MethodSpec resume(ScopePlan scope) {
        MethodSpec.Builder method = scopeMethod("resume").addParameter(RuntimeTypes.JSON_NODE, "result");
        ScopePlan.Slice first = scope.slices().get(0);
        return method.addCode(
                        first.className() == null
                                ? resumeSwitch(first)
                                : search(scope.slices(), "frame.state()", "$L.resume(frame, result)"))
                .build();
    }

    private static MethodSpec.Builder scopeMethod(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.FRAME, "frame");
    }

    MethodSpec sliceEnter(ScopePlan.Slice slice) {
        return MethodSpec.methodBuilder("enter")
                .addParameter(RuntimeTypes.FRAME, "frame")
                .addCode(enterSwitch(slice))
                .build();
    }

    MethodSpec sliceResume(ScopePlan.Slice slice) {
        return MethodSpec.methodBuilder("resume")
                .addParameter(RuntimeTypes.FRAME, "frame")
                .addParameter(RuntimeTypes.JSON_NODE, "result")
                .addCode(resumeSwitch(slice))
                .build();
    }

    private CodeBlock enterSwitch(ScopePlan.Slice slice) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (frame.state())");
        for (ScopePlan.StateCode state : slice.states()) {
            StateHeading heading = state.plan().heading();
            code.addStatement("case $L -> $L(frame)", heading.constant(), heading.method());
        }
        return end(code);
    }

    private CodeBlock resumeSwitch(ScopePlan.Slice slice) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean any = false;
        for (ScopePlan.StateCode state : slice.states()) {
            Optional<StatePlan.SecondHalf> half = state.plan().accept(new SecondHalves());
            if (half.isPresent()) {
                code.addStatement("case $L -> $L", state.plan().heading().constant(), second(state.plan(), half.get()));
                any = true;
            }
        }
        if (!any) {
            return CodeBlock.builder()
                    .addStatement("throw new IllegalStateException($S + frame.state())", "Nothing to resume in state ")
                    .build();
        }
        CodeBlock.Builder all = CodeBlock.builder().beginControlFlow("switch (frame.state())");
        return end(all.add(code.build()));
    }

    private CodeBlock second(StatePlan state, StatePlan.SecondHalf half) {
        if (half.method() == null) {
            return speller.exit(half.exit());
        }
        String arguments = SecondHalves.takesResult(state.heading().type()) ? "frame, result" : "frame";
        return CodeBlock.of("$L($L)", half.method(), arguments);
    }

    private static CodeBlock end(CodeBlock.Builder code) {
        return code.addStatement("default -> throw new IllegalStateException($S + frame.state())", "No state ")
                .endControlFlow()
                .build();
    }

    /**
     * <pre>{@code
     * if (frame.state() < 256) {
     *   mainPart.enter(frame);
     * } else {
     *   mainPart2.enter(frame);
     * }
     * }</pre>
     */
    static CodeBlock search(List<ScopePlan.Slice> slices, String state, String call) {
        if (slices.size() == 1) {
            return CodeBlock.builder().addStatement(call, slices.get(0).field()).build();
        }
        int middle = slices.size() / 2;
        return CodeBlock.builder()
                .beginControlFlow("if ($L < $L)", state, slices.get(middle).first())
                .add(search(slices.subList(0, middle), state, call))
                .nextControlFlow("else")
                .add(search(slices.subList(middle, slices.size()), state, call))
                .endControlFlow()
                .build();
    }
}
