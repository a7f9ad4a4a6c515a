package dev.asl4j.compiler.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.plan.WorkflowPlan;
import javax.lang.model.element.Modifier;

/** Generates the exception for a declared error. */
final class ErrorClassGenerator {
    private ErrorClassGenerator() {}

    /**
     * <pre>{@code
     * public static final class CardDeclinedException extends TaskFailedException {
     *   private static final long serialVersionUID = 1;
     *
     *   public CardDeclinedException(@Nullable String cause) {
     *     super(CARD_DECLINED, cause);
     *   }
     * }
     * }</pre>
     */
    static TypeSpec type(WorkflowPlan.ErrorClass error) {
        String description = error.description();
        String words = description == null || description.isBlank()
                ? "The error " + Comments.code(error.error()) + "."
                : Comments.paragraph(description);
        return TypeSpec.classBuilder(error.className())
                .addJavadoc("$L", words)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(RuntimeTypes.TASK_FAILED)
                .addField(FieldSpec.builder(
                                long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc(
                                "@param cause what happened, in free text or JSON text; null: nothing is said of it")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(ParameterSpec.builder(String.class, "cause")
                                .addAnnotation(RuntimeTypes.NULLABLE)
                                .build())
                        .addStatement("super($L, cause)", error.constant())
                        .build())
                .build();
    }
}
