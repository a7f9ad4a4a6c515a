package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.asl4j.compiler.plan.ScopePlan;
import dev.asl4j.compiler.plan.StateHeading;
import dev.asl4j.compiler.plan.StatePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of a state: one for each half, each with a body from the generator for its kind of state. */
final class StateGenerator {
    private final Speller speller;
    private final String fileName;

    StateGenerator(Speller speller, String fileName) {
        this.speller = speller;
        this.fileName = fileName;
    }

    /**
     * With the state's own name, its line and its Comment as javadoc:
     *
     * <pre>{@code
     * private void validateOrder(Frame frame) {
     *   ...
     * }
     *
     * private void validateOrderResult(Frame frame, JsonNode result) {
     *   ...
     * }
     * }</pre>
     */
    List<MethodSpec> methods(StatePlan state) {
        StateHeading heading = state.heading();
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(MethodSpec.methodBuilder(heading.method())
                .addJavadoc("$L", javadoc(heading))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.FRAME, "frame")
                .addCode(speller.lets(state.lets()))
                .addCode(state.accept(new Bodies(speller)))
                .build());
        state.accept(new SecondHalves())
                .filter(half -> half.method() != null)
                .ifPresent(half -> methods.add(secondHalf(heading, half)));
        return methods;
    }

    private String javadoc(StateHeading heading) {
        String place = kind(heading) + " state " + Comments.code(heading.name()) + ", "
                + Comments.paragraph(fileName + ":" + heading.line()) + ".";
        String comment = heading.comment();
        return comment == null || comment.isBlank() ? place : place + "\n\n<p>" + Comments.paragraph(comment);
    }

    private static String kind(StateHeading heading) {
        return switch (heading.type()) {
            case TASK -> "Task";
            case PASS -> "Pass";
            case CHOICE -> "Choice";
            case WAIT -> "Wait";
            case SUCCEED -> "Succeed";
            case FAIL -> "Fail";
            case PARALLEL -> "Parallel";
            case MAP -> "Map";
        };
    }

    private MethodSpec secondHalf(StateHeading heading, StatePlan.SecondHalf half) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(String.valueOf(half.method()))
                .addJavadoc("$L, $L.", Comments.code(heading.name()), done(heading))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.FRAME, "frame");
        if (SecondHalves.takesResult(heading.type())) {
            method.addParameter(RuntimeTypes.JSON_NODE, "result");
        }
        CodeBlock exit = speller.exit(half.exit());
        return method.addCode(speller.lets(half.lets()))
                .addCode(speller.assignments(half.exit().move()))
                .addStatement(exit)
                .build();
    }

    /**
     * <pre>{@code
     * private static JsonNode chargeCaught(Frame frame, JsonNode error) {
     *   Query query = Query.of(frame).withErrorOutput(error);
     *   return query.value(CHARGE_OUTPUT, "Catch[0]/Output");
     * }
     * }</pre>
     */
    MethodSpec caught(StateHeading heading, ScopePlan.CatcherPlan catcher) {
        return MethodSpec.methodBuilder(String.valueOf(catcher.method()))
                .addJavadoc("$L, once an error was caught.", Comments.code(heading.name()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.JSON_NODE)
                .addParameter(RuntimeTypes.FRAME, "frame")
                .addParameter(RuntimeTypes.JSON_NODE, "error")
                .addCode(speller.lets(catcher.lets()))
                .addCode(speller.assignments(catcher.move()))
                .addStatement("return $L", speller.output(catcher.move()))
                .build();
    }

    private static String done(StateHeading heading) {
        return switch (heading.type()) {
            case WAIT -> "once the time has come";
            case PARALLEL -> "once all branches are done";
            case MAP -> "once all items are done";
            case TASK, PASS, CHOICE, SUCCEED, FAIL -> "once the task is done";
        };
    }
}
