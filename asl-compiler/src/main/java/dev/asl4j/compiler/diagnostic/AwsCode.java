package dev.asl4j.compiler.diagnostic;

/**
 * The codes of AWS's own validation, those that it answers with beyond its documentation included.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">
 *     ValidateStateMachineDefinitionDiagnostic</a>
 */
public enum AwsCode {
    DUPLICATE_LABEL_NAME,
    DUPLICATE_STATE_NAME,
    INVALID_JSON_DESCRIPTION,
    INVALID_JSONATA_EXPRESSION,
    INVALID_LABEL_NAME,
    INVALID_RESOURCE,
    INVALID_STATE_NAME,
    INVALID_VARIABLE_NAME,
    MISSING_DESCRIPTION,
    MISSING_END_STATE,
    MISSING_TRANSITION_TARGET,
    NO_DOLLAR,
    NO_PATH,
    PASS_RESULT_IS_STATIC,
    RESERVED_VARIABLE_NAME,
    SCHEMA_VALIDATION_FAILED,
    TOO_DEEPLY_NESTED,
    UNSUPPORTED_JSONATA_EXPRESSION
}
