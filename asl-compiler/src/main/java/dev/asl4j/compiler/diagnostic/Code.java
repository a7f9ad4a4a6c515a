package dev.asl4j.compiler.diagnostic;

import java.util.Locale;

/**
 * Every kind of diagnostic. The id is the name in kebab case; users search for it, so an id is never renamed and never used again
 * for something else. A new constant goes into its group, with one sentence that says what is wrong.
 */
public enum Code {
    // The text of a file

    /** The file is not UTF-8. */
    BROKEN_ENCODING(Severity.ERROR),
    /** The file starts with a byte order mark, which JSON forbids. */
    BYTE_ORDER_MARK(Severity.ERROR),
    /** A key occurs twice in one object. */
    DUPLICATE_KEY(Severity.ERROR),
    /** The text is not JSON, or not YAML. */
    SYNTAX_ERROR(Severity.ERROR),
    /** Arrays and objects, choice rules or parts of a path are nested too deeply. */
    TOO_DEEP(Severity.ERROR),
    /** The definition is longer than AWS accepts, or a Java class has no room for a part of it. */
    TOO_LARGE(Severity.ERROR),
    /** There is more text after the end of the definition. */
    TRAILING_TEXT(Severity.ERROR),
    /** There are more diagnostics than are shown. */
    TOO_MANY_DIAGNOSTICS(Severity.NOTE),
    /** A tag of YAML stands in front of a value. */
    YAML_TAG(Severity.ERROR),

    // Fields

    /** A value is of the right type but not one of those, or not in the range, that the field takes. */
    BAD_VALUE(Severity.ERROR),
    /** Two fields that exclude each other are both there. */
    CONFLICTING_FIELDS(Severity.ERROR),
    /** A value that must not be empty is empty. */
    EMPTY_VALUE(Severity.ERROR),
    /** The field exists in the language, but not at this place. */
    FIELD_NOT_SUPPORTED(Severity.ERROR),
    /** A placeholder such as {@code ${Name}} has no value and stands in text, which is taken as it is. */
    LITERAL_SUBSTITUTION(Severity.WARNING),
    /** A placeholder such as {@code ${Name}} has no value, which a state needs when it runs. */
    MISSING_SUBSTITUTION(Severity.WARNING),
    /** A field that is required is not there. */
    MISSING_FIELD(Severity.ERROR),
    /** A field of the distributed mode stands in a Map state that is not distributed. */
    NO_EFFECT_INLINE(Severity.WARNING),
    /** The items of a Map state are in the format Parquet, which cannot be read. */
    PARQUET(Severity.ERROR),
    /** There is no such field. */
    UNKNOWN_FIELD(Severity.ERROR),
    /** A placeholder such as {@code ${Name}} has no value, which the compiler has to know. */
    UNRESOLVED_SUBSTITUTION(Severity.ERROR),
    /** A value is of the wrong JSON type. */
    WRONG_TYPE(Severity.ERROR),

    // States and transitions

    /** The name of a state is empty or too long. */
    BAD_STATE_NAME(Severity.ERROR),
    /** Two states of the machine, in whatever scope, have the same name. */
    DUPLICATE_STATE(Severity.ERROR),
    /** A state has neither a next state nor an end. */
    MISSING_NEXT(Severity.ERROR),
    /** No state of a scope ends it. */
    NO_TERMINAL_STATE(Severity.ERROR),
    /** A transition leads out of its scope, or into an inner one. */
    SCOPE_CROSSED(Severity.ERROR),
    /** {@code Next}, {@code Default} or a catcher names a state that is not in the same scope. */
    UNKNOWN_NEXT(Severity.ERROR),
    /** {@code StartAt} names a state that is not in the same scope. */
    UNKNOWN_START(Severity.ERROR),
    /** There is no such type of state. */
    UNKNOWN_STATE_TYPE(Severity.ERROR),
    /** No transition leads to a state. */
    UNREACHABLE_STATE(Severity.ERROR),

    // Paths, intrinsic functions, templates

    /** A JSONPath cannot be parsed. */
    BAD_PATH(Severity.ERROR),
    /** A path selects more than one node where a reference path is needed. */
    BAD_REFERENCE_PATH(Severity.ERROR),
    /** A call of an intrinsic function cannot be parsed. */
    BAD_INTRINSIC(Severity.ERROR),
    /** An intrinsic function is called with too few or too many arguments. */
    INTRINSIC_ARITY(Severity.ERROR),
    /** An intrinsic function is called with an argument that it can never take. */
    INTRINSIC_ARGUMENT(Severity.ERROR),
    /** More than ten intrinsic functions are called in one field. */
    INTRINSIC_TOO_NESTED(Severity.ERROR),
    /** There is no such intrinsic function. */
    UNKNOWN_INTRINSIC(Severity.ERROR),
    /** The value of a field that ends in {@code .$} is neither a path nor a call of an intrinsic function. */
    BAD_TEMPLATE_VALUE(Severity.ERROR),
    /** Two fields of a payload template have the same name once {@code .$} is taken away. */
    DUPLICATE_TEMPLATE_KEY(Severity.ERROR),
    /** A path has a script, which nobody runs. */
    PATH_SCRIPT(Severity.ERROR),

    // JSONata

    /** A JSONata expression cannot be parsed. */
    BAD_JSONATA(Severity.ERROR),
    /** A string has only one of the delimiters of a JSONata expression. */
    BAD_JSONATA_DELIMITERS(Severity.ERROR),
    /** An expression reads a member of {@code $states} that does not exist at its place. */
    STATES_MEMBER_NOT_AVAILABLE(Severity.ERROR),
    /** An expression calls a function that does not exist. */
    UNKNOWN_JSONATA_FUNCTION(Severity.WARNING),
    /** An expression reads a member that {@code $states} never has, or the result in a catcher. */
    UNKNOWN_STATES_MEMBER(Severity.WARNING),
    /** An expression reads the context at the top level, or {@code $$}, or assigns {@code $states}. */
    UNSUPPORTED_JSONATA_REFERENCE(Severity.ERROR),

    // Variables

    /** The name of a variable cannot be one. */
    BAD_VARIABLE_NAME(Severity.ERROR),
    /** An inner scope assigns a variable of an outer one. */
    SHADOWED_VARIABLE(Severity.ERROR),
    /** A variable is read that is never assigned. */
    UNASSIGNED_VARIABLE(Severity.WARNING),

    // Text that is probably meant as something else

    /** Text in a payload template looks like a path, but its field does not end in {@code .$}. */
    NO_DOLLAR(Severity.WARNING),
    /** Text looks like a path, but its field is not the one that ends in {@code Path}. */
    NO_PATH(Severity.WARNING),
    /** Text in the {@code Result} of a Pass state looks like a path, but nothing is evaluated there. */
    STATIC_RESULT(Severity.WARNING),

    // Values with a syntax of their own

    /** A timestamp is not in the form of RFC 3339. */
    BAD_TIMESTAMP(Severity.ERROR),
    /** A backslash in a pattern of {@code StringMatches} escapes nothing. */
    BAD_PATTERN(Severity.ERROR),
    /** {@code ErrorPath} or {@code CausePath} calls an intrinsic function that does not return a string. */
    NOT_A_STRING(Severity.ERROR),
    /** {@code HeartbeatSeconds} is not smaller than {@code TimeoutSeconds}. */
    HEARTBEAT_TOO_LONG(Severity.ERROR),
    /** The resource of a task cannot be called. */
    BAD_RESOURCE(Severity.ERROR),
    /** Two distributed Map states have the same {@code Label}. */
    DUPLICATE_LABEL(Severity.ERROR),
    /** An Express execution cannot do this. */
    NOT_IN_EXPRESS(Severity.ERROR),
    /** The resource of a reader or writer is none of AWS's. */
    UNKNOWN_RESOURCE(Severity.WARNING),

    // Retry and Catch

    /** {@code ErrorEquals} names no error. */
    EMPTY_ERROR_EQUALS(Severity.ERROR),
    /** {@code States.ALL} stands beside other error names. */
    STATES_ALL_NOT_ALONE(Severity.ERROR),
    /** {@code States.ALL} is not in the last retrier or catcher. */
    STATES_ALL_NOT_LAST(Severity.ERROR),

    // The Java that comes out

    /** Two definitions give the same Java class. */
    CLASS_NAME_COLLISION(Severity.ERROR);

    private final Severity severity;
    private final String id;

    Code(Severity severity) {
        this.severity = severity;
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mnemonic in kebab case, for example {@code unknown-next}. */
    public String id() {
        return id;
    }

    /** How much diagnostics of this kind matter. */
    public Severity severity() {
        return severity;
    }
}
