package dev.asl4j.runtime;

/**
 * An execution of that name has ended already, or runs with another input. The message is AWS's: {@code Execution Already Exists:
 * 'arn:aws:states:us-east-1:000000000000:execution:order:order-42'}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 */
public final class ExecutionAlreadyExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    private final String executionArn;

    ExecutionAlreadyExistsException(String name, String executionArn) {
        super("Execution Already Exists: '" + executionArn + "'");
        this.name = name;
        this.executionArn = executionArn;
    }

    /** The ARN of the one that there is. */
    public String executionArn() {
        return executionArn;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
