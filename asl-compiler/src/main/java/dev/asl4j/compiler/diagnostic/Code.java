package dev.asl4j.compiler.diagnostic;

import static dev.asl4j.compiler.diagnostic.AwsCode.DUPLICATE_LABEL_NAME;
import static dev.asl4j.compiler.diagnostic.AwsCode.DUPLICATE_STATE_NAME;
import static dev.asl4j.compiler.diagnostic.AwsCode.INVALID_JSONATA_EXPRESSION;
import static dev.asl4j.compiler.diagnostic.AwsCode.INVALID_JSON_DESCRIPTION;
import static dev.asl4j.compiler.diagnostic.AwsCode.INVALID_STATE_NAME;
import static dev.asl4j.compiler.diagnostic.AwsCode.MISSING_END_STATE;
import static dev.asl4j.compiler.diagnostic.AwsCode.MISSING_TRANSITION_TARGET;
import static dev.asl4j.compiler.diagnostic.AwsCode.SCHEMA_VALIDATION_FAILED;
import static dev.asl4j.compiler.diagnostic.AwsCode.TOO_DEEPLY_NESTED;
import static dev.asl4j.compiler.diagnostic.AwsCode.UNSUPPORTED_JSONATA_EXPRESSION;
import static dev.asl4j.compiler.diagnostic.Rating.error;
import static dev.asl4j.compiler.diagnostic.Rating.note;
import static dev.asl4j.compiler.diagnostic.Rating.off;
import static dev.asl4j.compiler.diagnostic.Rating.warning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// Size: one constant and one sentence for each rule.
/**
 * Every kind of diagnostic. The id is the name in kebab case; users search for it, so an id is never renamed and never used again
 * for something else. A new constant goes into its group, with one sentence that says what is wrong.
 */
public enum Code {
    // The text of a file

    /** The file is not UTF-8. */
    BROKEN_ENCODING(error(INVALID_JSON_DESCRIPTION)),
    /** The file starts with a byte order mark, which JSON forbids. */
    BYTE_ORDER_MARK(error(INVALID_JSON_DESCRIPTION)),
    /** A key occurs twice in one object. */
    DUPLICATE_KEY(error(INVALID_JSON_DESCRIPTION)),
    /** The text is not JSON, or not YAML. */
    SYNTAX_ERROR(error(INVALID_JSON_DESCRIPTION)),
    /** Arrays and objects, choice rules or parts of a path are nested too deeply. */
    TOO_DEEP(error(TOO_DEEPLY_NESTED)),
    /** The definition is longer than AWS accepts, or a Java class has no room for a part of it. */
    TOO_LARGE(error()),
    /** There is more text after the end of the definition. */
    TRAILING_TEXT(error(INVALID_JSON_DESCRIPTION)),
    /** There are more diagnostics than are shown. */
    TOO_MANY_DIAGNOSTICS(note()),
    /** A tag of YAML stands in front of a value. */
    YAML_TAG(error()),

    // Fields

    /** A value is of the right type but not one of those, or not in the range, that the field takes. */
    BAD_VALUE(error(SCHEMA_VALIDATION_FAILED)),
    /** Two fields that exclude each other are both there. */
    CONFLICTING_FIELDS(error(SCHEMA_VALIDATION_FAILED)),
    /** A value that must not be empty is empty. */
    EMPTY_VALUE(error(SCHEMA_VALIDATION_FAILED)),
    /** The field exists in the language, but not at this place. */
    FIELD_NOT_SUPPORTED(error(SCHEMA_VALIDATION_FAILED)),
    /** A placeholder such as {@code ${Name}} has no value and stands in text, which is taken as it is. */
    LITERAL_SUBSTITUTION(warning()),
    /** A placeholder such as {@code ${Name}} has no value, which a state needs when it runs. */
    MISSING_SUBSTITUTION(warning()),
    /** A field that is required is not there. */
    MISSING_FIELD(error(SCHEMA_VALIDATION_FAILED)),
    /** A field of the distributed mode stands in a Map state that is not distributed. */
    NO_EFFECT_INLINE(warning().inSpec(Level.OFF)),
    /** The items of a Map state are in the format Parquet, which cannot be read. */
    PARQUET(error()),
    /** There is no such field. */
    UNKNOWN_FIELD(error(SCHEMA_VALIDATION_FAILED)),
    /** A placeholder such as {@code ${Name}} has no value, which the compiler has to know. */
    UNRESOLVED_SUBSTITUTION(error()),
    /** A value is of the wrong JSON type. */
    WRONG_TYPE(error(SCHEMA_VALIDATION_FAILED)),

    // States and transitions

    /** The name of a state is empty or too long. */
    BAD_STATE_NAME(error(INVALID_STATE_NAME)),
    /** A loop has neither a task nor a Wait state. */
    BUSY_LOOP(off()),
    /** The condition of a choice rule can never hold. */
    CONTRADICTORY_RULE(warning()),
    /** An execution that comes to a state can no longer end but by an error. */
    DEAD_END(warning()),
    /** Two states of the machine, in whatever scope, have the same name. */
    DUPLICATE_STATE(error(DUPLICATE_STATE_NAME)),
    /** Nothing in a loop changes what decides whether it goes on. */
    ENDLESS_LOOP(warning()),
    /** A state has neither a next state nor an end. */
    MISSING_NEXT(error(SCHEMA_VALIDATION_FAILED)),
    /** A Choice state without {@code Default} has no rule that holds in all other cases. */
    NO_DEFAULT(note()),
    /** No state of a scope ends it. */
    NO_TERMINAL_STATE(error(MISSING_END_STATE).butAdjustable()),
    /** A transition leads out of its scope, or into an inner one. */
    SCOPE_CROSSED(error(MISSING_TRANSITION_TARGET)),
    /** {@code Next}, {@code Default} or a catcher names a state that is not in the same scope. */
    UNKNOWN_NEXT(error(MISSING_TRANSITION_TARGET)),
    /** {@code StartAt} names a state that is not in the same scope. */
    UNKNOWN_START(error(MISSING_TRANSITION_TARGET)),
    /** There is no such type of state. */
    UNKNOWN_STATE_TYPE(error(SCHEMA_VALIDATION_FAILED)),
    /** Whenever a choice rule holds, an earlier one does. */
    UNREACHABLE_RULE(warning()),
    /** No transition leads to a state. */
    UNREACHABLE_STATE(error(MISSING_TRANSITION_TARGET).butAdjustable().inSpec(Level.WARNING)),

    // Time and events

    /** How many events an execution of a machine without loops takes. */
    EVENT_COUNT(off()),
    /** How many events a turn of a loop takes, and after how many turns the history is full. */
    LOOP_EVENTS(off()),
    /** A task has no time limit. */
    NO_TIMEOUT(off()),
    /** A loop that waits fills the history at last; how many events a turn takes, and when that is. */
    POLLING_LOOP(note()),
    /** The delays of a retrier alone take longer than the machine's {@code TimeoutSeconds}. */
    RETRY_EXCEEDS_TIMEOUT(warning()),
    /** The delays of a retrier alone take longer than an execution on AWS may last. */
    RETRY_EXCEEDS_YEAR(note()),
    /** How long the retries of a retrier may take. */
    RETRY_TIME(off()),
    /** A task's {@code TimeoutSeconds} is not smaller than the machine's. */
    TASK_EXCEEDS_TIMEOUT(warning()),
    /** A Wait state waits longer than the machine's {@code TimeoutSeconds}. */
    WAIT_EXCEEDS_TIMEOUT(warning()),

    // Paths, intrinsic functions, templates

    /** A JSONPath cannot be parsed. */
    BAD_PATH(error(SCHEMA_VALIDATION_FAILED)),
    /** A path selects more than one node where a reference path is needed. */
    BAD_REFERENCE_PATH(error(SCHEMA_VALIDATION_FAILED)),
    /** A call of an intrinsic function cannot be parsed. */
    BAD_INTRINSIC(error(SCHEMA_VALIDATION_FAILED)),
    /** An intrinsic function is called with too few or too many arguments. */
    INTRINSIC_ARITY(error(SCHEMA_VALIDATION_FAILED)),
    /** An intrinsic function is called with an argument that it can never take. */
    INTRINSIC_ARGUMENT(error(SCHEMA_VALIDATION_FAILED)),
    /** More than ten intrinsic functions are called in one field. */
    INTRINSIC_TOO_NESTED(error(SCHEMA_VALIDATION_FAILED)),
    /** There is no such intrinsic function. */
    UNKNOWN_INTRINSIC(error(SCHEMA_VALIDATION_FAILED)),
    /** The value of a field that ends in {@code .$} is neither a path nor a call of an intrinsic function. */
    BAD_TEMPLATE_VALUE(error(SCHEMA_VALIDATION_FAILED)),
    /** Two fields of a payload template have the same name once {@code .$} is taken away. */
    DUPLICATE_TEMPLATE_KEY(error(SCHEMA_VALIDATION_FAILED)),
    /** A path has a script, which nobody runs: the state fails when it is reached. */
    PATH_SCRIPT(warning()),

    // JSONata

    /** A JSONata expression cannot be parsed. */
    BAD_JSONATA(error(INVALID_JSONATA_EXPRESSION)),
    /** A string has only one of the delimiters of a JSONata expression. */
    BAD_JSONATA_DELIMITERS(error(SCHEMA_VALIDATION_FAILED)),
    /** An expression reads a member of {@code $states} that does not exist at its place. */
    STATES_MEMBER_NOT_AVAILABLE(error(UNSUPPORTED_JSONATA_EXPRESSION)),
    /** An expression calls a function that does not exist. */
    UNKNOWN_JSONATA_FUNCTION(warning()),
    /** An expression reads a member that {@code $states} never has, or the result in a catcher. */
    UNKNOWN_STATES_MEMBER(warning()),
    /** An expression reads the context at the top level, or {@code $$}, or assigns {@code $states}. */
    UNSUPPORTED_JSONATA_REFERENCE(error(UNSUPPORTED_JSONATA_EXPRESSION)),

    // Types that are known before there is data

    /** The number or the timestamp that an expression gives is none that its field takes. */
    BAD_RESULT(warning()),
    /** A comparison is of a type that its variable never has, so it never holds. */
    COMPARISON_NEVER_HOLDS(warning()),
    /** A part of an expression fails whenever it is evaluated: an operator or a function never takes what it is given. */
    EXPRESSION_ALWAYS_FAILS(warning()),
    /** What a field is given is never of a type that it takes. */
    WRONG_RESULT_TYPE(warning()),

    // Where the specification and AWS differ

    /** The specification does not have it, or forbids it; AWS takes it. */
    AWS_ONLY(off().inSpec(Level.WARNING)),
    /** A field is left out whose default is not the same in the specification and on AWS. */
    DIFFERENT_DEFAULT(off().inPortable(Level.WARNING)),
    /** An error of that name is not raised by the same faults in the specification and on AWS. */
    DIFFERENT_ERROR(off().inPortable(Level.WARNING)),
    /** Both the specification and AWS take it, and do not mean the same. */
    DIFFERENT_MEANING(off().inPortable(Level.WARNING)),
    /** An error name that stands for others does not stand for the same ones in the specification and on AWS. */
    DIFFERENT_WILDCARD(off().inPortable(Level.NOTE)),
    /** The specification leaves open what this does. */
    LEFT_OPEN(off().inPortable(Level.NOTE)),
    /** The error of a Fail state starts with {@code States.}, which the specification keeps for itself. */
    RESERVED_ERROR(off().inSpec(Level.ERROR)),
    /** A payload template is no object, which the specification asks for; AWS takes any JSON. */
    TEMPLATE_NOT_OBJECT(off().inSpec(Level.WARNING)),

    // Variables

    /** A variable is read that is assigned somewhere, but on no way that leads to the read. */
    ASSIGNED_LATER(warning()),
    /** The name of a variable cannot be one. */
    BAD_VARIABLE_NAME(error(AwsCode.INVALID_VARIABLE_NAME)),
    /** Whether a variable has a value when it is read depends on a choice that was made before. */
    CORRELATED_ASSIGNMENT(note()),
    /** A variable is read that is not assigned on every way that leads to the read. */
    PERHAPS_UNASSIGNED(warning()),
    /** A variable has the name {@code states}, which is AWS's own. */
    RESERVED_VARIABLE(error(AwsCode.RESERVED_VARIABLE_NAME)),
    /** An inner scope assigns a variable of an outer one. */
    SHADOWED_VARIABLE(error(SCHEMA_VALIDATION_FAILED)),
    /** A variable is read that is never assigned. */
    UNASSIGNED_VARIABLE(warning()),
    /** A variable is assigned that nothing reads. */
    UNUSED_VARIABLE(note()),

    // Text that is probably meant as something else

    /** Text in a JSONPath state is a JSONata expression, which is not evaluated there. */
    JSONATA_IN_JSONPATH(warning()),
    /** Text in a JSONata state looks like a path or an intrinsic function of JSONPath, which is not evaluated there. */
    JSONPATH_IN_JSONATA(warning()),
    /** Text in a payload template looks like a path, but its field does not end in {@code .$}. */
    NO_DOLLAR(warning().as(AwsCode.NO_DOLLAR)),
    /** Text looks like a path, but its field is not the one that ends in {@code Path}. */
    NO_PATH(warning().as(AwsCode.NO_PATH)),
    /** Text in the {@code Result} of a Pass state looks like a path, but nothing is evaluated there. */
    STATIC_RESULT(warning().as(AwsCode.PASS_RESULT_IS_STATIC)),

    // Values with a syntax of their own

    /** A timestamp is not in the form of RFC 3339. */
    BAD_TIMESTAMP(error(SCHEMA_VALIDATION_FAILED)),
    /** A backslash in a pattern of {@code StringMatches} escapes nothing. */
    BAD_PATTERN(error(SCHEMA_VALIDATION_FAILED)),
    /** {@code ErrorPath} or {@code CausePath} calls an intrinsic function that does not return a string. */
    NOT_A_STRING(error(SCHEMA_VALIDATION_FAILED)),
    /** {@code HeartbeatSeconds} is not smaller than {@code TimeoutSeconds}. */
    HEARTBEAT_TOO_LONG(error(SCHEMA_VALIDATION_FAILED).butAdjustable()),
    /** The resource of a task cannot be called. */
    BAD_RESOURCE(error(SCHEMA_VALIDATION_FAILED)),
    /** A service integration does not exist, or cannot be called in that way. */
    UNKNOWN_INTEGRATION(error(SCHEMA_VALIDATION_FAILED).butAdjustable().inSpec(Level.WARNING)),
    /** A service integration is called without a parameter that it requires. */
    MISSING_PARAMETER(error(SCHEMA_VALIDATION_FAILED).butAdjustable().inSpec(Level.WARNING)),
    /** A service integration is called without any parameters. */
    NO_PARAMETERS(warning()),
    /** A service integration is called with a parameter that it does not have. */
    UNKNOWN_PARAMETER(error(SCHEMA_VALIDATION_FAILED).butAdjustable().inSpec(Level.WARNING)),
    /** A service integration is called with a computed parameter that it does not have: the state fails when it runs. */
    UNKNOWN_COMPUTED_PARAMETER(warning()),
    /** The role of a task is not given or no string, or the task cannot have one. */
    BAD_CREDENTIALS(warning()),
    /** The {@code Label} of a distributed Map state has characters that it cannot have, or too many. */
    BAD_LABEL(error(AwsCode.INVALID_LABEL_NAME)),
    /** Two distributed Map states have the same {@code Label}. */
    DUPLICATE_LABEL(error(DUPLICATE_LABEL_NAME)),
    /** An Express execution cannot do this. */
    NOT_IN_EXPRESS(error(SCHEMA_VALIDATION_FAILED).butAdjustable()),
    /** The resource of a reader or writer is none of AWS's. */
    UNKNOWN_RESOURCE(warning()),

    // Retry and Catch

    /** An earlier {@code States.TaskFailed}, which AWS takes for every error but timeouts, takes an error. */
    COVERED_BY_TASK_FAILED(warning().inSpec(Level.OFF)),
    /** {@code ErrorEquals} names no error. */
    EMPTY_ERROR_EQUALS(error(SCHEMA_VALIDATION_FAILED)),
    /** {@code ErrorEquals} names an error that the state never raises. */
    ERROR_NEVER_RAISED(warning()),
    /** An error's name stands twice in one list, or in an earlier retrier or catcher as well. */
    REPEATED_ERROR_NAME(warning()),
    /** {@code States.ALL} stands beside other error names. */
    STATES_ALL_NOT_ALONE(error(SCHEMA_VALIDATION_FAILED)),
    /** {@code States.ALL} is not in the last retrier or catcher. */
    STATES_ALL_NOT_LAST(error(SCHEMA_VALIDATION_FAILED)),
    /** {@code ErrorEquals} names an error that AWS hands to no retrier and no catcher. */
    UNCATCHABLE_ERROR(warning().inSpec(Level.OFF)),
    /** Nobody catches the errors of a state. */
    UNHANDLED_ERROR(off()),
    /** There is no error of this name. */
    UNKNOWN_ERROR_NAME(warning()),
    /** A retrier or catcher is never asked, as earlier ones take all its errors. */
    UNREACHABLE_HANDLER(warning()),

    // The file with rules beside a definition

    /** The file with rules of a definition is not JSON, or says something else than levels of rules. */
    BAD_RULES(error()),
    /** A level is given to a rule that is always an error. */
    FIXED_RULE(error()),
    /** There is no such rule. */
    UNKNOWN_RULE(error()),
    /** The definition has no such state. */
    UNKNOWN_RULE_STATE(error()),

    // Types: the file with types beside a definition, and schemas

    /** Something in a file with types is named that is not the name of a Java class. */
    BAD_CLASS_NAME(error()),
    /** What ought to be a JSON Schema is none. */
    BAD_SCHEMA(error()),
    /** The file with types of a definition is not JSON, or says something else than types. */
    BAD_TYPES(error()),
    /** A keyword in a schema has no effect, or is none. */
    IGNORED_SCHEMA_KEYWORD(warning()),
    /** A schema is referred to that is not among the project's files. */
    REMOTE_SCHEMA(error()),
    /** A schema refers to itself before it says anything of the data. */
    SCHEMA_CYCLE(error()),
    /** A schema says something of the data that the Java type made of it does not hold. */
    SCHEMA_NOT_CARRIED(warning()),
    /** A schema is referred to that does not exist. */
    UNKNOWN_SCHEMA(error()),
    /** The definition has no such task. */
    UNKNOWN_TYPES_TASK(error()),

    // The shape of the data

    /** The items of a Map state are no array, whatever the data. An error where a file with types says what the data is. */
    NO_ITEMS(warning()),
    /** A task is given what its schema refuses, whatever the data. */
    REFUSED_ARGUMENTS(error().butAdjustable()),
    /** The workflow ends with what its schema refuses, whatever the data. */
    REFUSED_OUTPUT(error().butAdjustable()),
    /** A path leads to something that need not be there. */
    UNCERTAIN_PATH(off()),
    /** A path leads to something that no description of the data has, or may find nothing where that does no harm. */
    UNDESCRIBED_PATH(warning()),
    /** A path leads to nothing, whatever the data. An error where a file with types says what the data is. */
    UNMATCHED_PATH(warning()),

    // The Java that comes out

    /** Two definitions give the same Java class. */
    CLASS_NAME_COLLISION(error());

    private final Level aws;
    private final Level spec;
    private final Level portable;
    private final boolean adjustable;
    private final @Nullable AwsCode awsCode;
    private final String id;

    Code(Rating rating) {
        this.aws = rating.aws();
        this.spec = rating.spec();
        this.portable = rating.portable();
        this.adjustable = rating.adjustable();
        this.awsCode = rating.awsCode();
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mnemonic in kebab case, for example {@code unknown-next}. */
    public String id() {
        return id;
    }

    /** The code with this id; empty: there is none. */
    public static Optional<Code> of(String id) {
        return Stream.of(values()).filter(code -> code.id.equals(id)).findAny();
    }

    /** How much diagnostics of this kind matter where nothing is configured. */
    public Level level(Profile profile) {
        return switch (profile) {
            case AWS -> aws;
            case SPEC -> spec;
            case PORTABLE -> portable;
        };
    }

    /** Whether a configuration may say how much it matters. The others are always errors: nothing could be compiled. */
    public boolean isAdjustable() {
        return adjustable;
    }

    boolean accepts(Level level) {
        return isAdjustable() || level == Level.ERROR;
    }

    /** AWS's own code for it; null: AWS does not report it. */
    public @Nullable AwsCode awsCode() {
        return awsCode;
    }
}
