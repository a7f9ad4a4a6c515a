package dev.asl4j.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test class that needs a folder outside the project. Without it the class is skipped, and the build's output says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsFolder.Condition.class)
@interface NeedsFolder {

    /** The system property that names the folder. */
    String value();

    /** Looks at the property of a class, and says a line for each class that is skipped. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isPresent()) {
                return ConditionEvaluationResult.enabled("decided for the class");
            }
            String property = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), NeedsFolder.class)
                    .orElseThrow()
                    .value();
            if (!System.getProperty(property, "").isBlank()) {
                return ConditionEvaluationResult.enabled(property + " is given");
            }
            String reason =
                    "skipped: " + context.getRequiredTestClass().getSimpleName() + " needs -D" + property + "=DIR";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
