package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.naming.JavaWords;
import dev.asl4j.compiler.naming.NameSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that generated code cannot give away. A test holds the inherited ones against the runtime's classes. */
final class Reserved {
    /** Keywords and what is like one. */
    static final List<String> WORDS = JavaWords.KEYWORDS;

    /** What a state's method would hide or override: members of Object, Workflow, Scope, and of the generated classes. */
    static final List<String> METHODS = words("""
            clone equals finalize getClass hashCode notify notifyAll toString wait
            input machine name output run
            enter inner itemInput pure resume start states task variables
            """);

    /** The static methods that generated code calls by their simple names: a method of that name would hide them. */
    static final List<String> STATIC_IMPORTS = staticImports();

    /** Parameters and locals of the methods that use a task's or a scope's field, and the fields of all classes. */
    static final List<String> LOCALS = locals();

    /** Constants of the class that do not come from the definition. */
    static final List<String> CONSTANTS = words("DATA_SCHEMAS FAILS_WITH FAILS_WITH_OTHERS");

    /** Types that generated code names, its own included. */
    static final List<String> TYPES = words("""
            Answers Catcher Choices CatchOutput CompletionStage DataSchemas DataType Distribution Environment Errors Exception FieldPaths
            Filter Filters Frame Generated HttpTask IllegalArgumentException IllegalStateException Instant IntNode
            Intrinsics ItemBatcher ItemReader Json JsonNode List NullMarked Nullable Object ObjectBuilder Override
            PathFunctions Paths Pattern Query QueryExpression Regex ResultWriter Retrier Scope Selection StateMachine
            StateTable States StateType String StringPattern SuppressWarnings Task TaskCallback TaskContext TaskFailedException TaskHandler Tasks
            Timestamps TypeReference Workflow
            """);

    /** Public types of java.lang: a class of the same name would hide them in its whole package. */
    static final List<String> JAVA_LANG = JavaWords.JAVA_LANG;

    private static final NameSet MEMBER_NAMES = NameSet.reserving(all(WORDS, METHODS, STATIC_IMPORTS));
    private static final NameSet FIELD_NAMES = NameSet.reserving(all(WORDS, LOCALS));
    private static final NameSet NESTED_NAMES = NameSet.ofClasses(TYPES);
    private static final NameSet CLASS_NAMES = NameSet.ofClasses(all(TYPES, JAVA_LANG));

    private Reserved() {}

    /** For the methods of states. */
    static NameSet methods() {
        return MEMBER_NAMES.copy();
    }

    /** For the fields of tasks and scopes. */
    static NameSet fields() {
        return FIELD_NAMES.copy();
    }

    /** For classes inside of a generated one. */
    static NameSet nested() {
        return NESTED_NAMES.copy();
    }

    /** For classes that others see. */
    static NameSet classes() {
        return CLASS_NAMES.copy();
    }

    @SafeVarargs
    static Set<String> all(List<String>... lists) {
        Set<String> names = new LinkedHashSet<>();
        for (List<String> list : lists) {
            names.addAll(list);
        }
        return names;
    }

    private static List<String> staticImports() {
        List<String> names =
                new ArrayList<>(words("array assigned at constant found isPresent object put resolved text variable"));
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            names.add(JavaNames.comparison(operator));
        }
        return List.copyOf(names);
    }

    private static List<String> locals() {
        List<String> names = new ArrayList<>(words("machine state tasks"));
        for (Variable variable : Variable.values()) {
            names.add(variable.javaName());
        }
        return List.copyOf(names);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
