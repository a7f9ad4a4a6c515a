package dev.asl4j.compiler.model;

import org.jspecify.annotations.Nullable;

/**
 * What a Task state runs. {@code uri} is the {@code Resource} as written.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html">Task state</a>
 */
public sealed interface Resource {

    /** The URI as written. */
    String uri();

    /** How it answers: at once, when its job is done, or when somebody answers to its token. */
    default Pattern pattern() {
        return Pattern.REQUEST_RESPONSE;
    }

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A Lambda function by its own ARN.
     *
     * @param name the function's name, without version or alias
     */
    record LambdaFunction(String uri, String name) implements Resource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lambdaFunction(this);
        }
    }

    /**
     * The integration {@code lambda:invoke}, whose parameters hold function and payload.
     *
     * @param functionName the function's name alone, from a literal {@code FunctionName} (a name or an ARN); null: it is
     *     known only when the state runs
     * @param pattern REQUEST_RESPONSE or WAIT_FOR_TASK_TOKEN
     */
    record LambdaInvoke(String uri, @Nullable String functionName, Pattern pattern) implements Resource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lambdaInvoke(this);
        }
    }

    /** An activity. */
    record Activity(String uri, String name) implements Resource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.activity(this);
        }
    }

    /**
     * A service integration.
     *
     * @param service {@code sqs}, {@code aws-sdk:s3}
     * @param action {@code sendMessage}
     */
    record Integration(String uri, String service, String action, Pattern pattern) implements Resource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.integration(this);
        }
    }

    /** Any other URI; the specification leaves its meaning to the interpreter. */
    record Other(String uri) implements Resource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.other(this);
        }
    }

    /** How an integration answers. */
    enum Pattern {
        /** With the service's response, at once. */
        REQUEST_RESPONSE(""),
        /** When the job is done. */
        SYNC(".sync"),
        /** When the job is done, with the output as JSON. */
        SYNC_2(".sync:2"),
        /** When somebody sends the answer to the task token. */
        WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

        private final String suffix;

        Pattern(String suffix) {
            this.suffix = suffix;
        }

        /** What it adds to the action in the ARN. */
        public String suffix() {
            return suffix;
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R lambdaFunction(LambdaFunction function);

        R lambdaInvoke(LambdaInvoke invoke);

        R activity(Activity activity);

        R integration(Integration integration);

        R other(Other other);
    }
}
