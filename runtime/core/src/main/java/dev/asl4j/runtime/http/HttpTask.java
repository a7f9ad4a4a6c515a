package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The handler of {@code arn:aws:states:::http:invoke}: calls an HTTPS API.
 *
 * <p>Takes {@code ApiEndpoint}, {@code Method}, {@code InvocationConfig} (or {@code Authentication}), {@code Headers}, {@code
 * QueryParameters}, {@code RequestBody} and {@code Transform}; returns {@code Headers}, {@code ResponseBody}, {@code StatusCode} and
 * {@code StatusText}. Fails with
 *
 * <ul>
 *   <li>{@code States.Http.StatusCode.<n>} for any status other than 2xx, with the response body as its cause; redirects are not
 *       followed
 *   <li>{@code States.Http.Socket} if there is no whole response within 60 seconds, or no connection
 *   <li>{@code States.DataLimitExceeded} if the response body has more than 262,144 bytes
 *   <li>{@code Events.ConnectionResource.ResourceNotFound} if nothing is registered for the {@code ConnectionArn}
 *   <li>{@code States.Runtime} if the parameters are wrong, or the response is not text
 * </ul>
 *
 * <p>The request is cancelled when the handler's thread is interrupted, as it is when the state times out or the execution ends.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs in Step Functions
 *     workflows</a>
 * @since 0.1.0
 */
public final class HttpTask implements TaskHandler<JsonNode, JsonNode> {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 262_144;
    private static final String SOCKET = "States.Http.Socket";

    private final Function<String, @Nullable HttpConnection> connections;
    private final boolean httpOnLoopback;
    private final Duration timeout;

    private HttpTask(Function<String, @Nullable HttpConnection> connections, boolean httpOnLoopback, Duration timeout) {
        this.connections = connections;
        this.httpOnLoopback = httpOnLoopback;
        this.timeout = timeout;
    }

    /** A handler that knows no connection: every task fails until it is given one with {@link #builder}. */
    public static HttpTask standard() {
        return builder().build();
    }

    /** To register connections. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Sends the request and waits for the response.
     *
     * @param parameters {@code Parameters} or {@code Arguments} of the state
     * @throws TaskFailedException as said above
     * @throws InterruptedException if the thread is interrupted; the request is cancelled then
     */
    @Override
    public JsonNode handle(JsonNode parameters, TaskContext task) throws InterruptedException {
        HttpParameters read = new HttpParameters(parameters);
        HttpRequest request = new RequestBuilder(read, connection(read.connectionArn()), httpOnLoopback)
                .build(region(task.executionId()), "bytes=0-" + MOST_BYTES, timeout);
        return new ResponseReader(response(request), task.resource()).result();
    }

    private HttpConnection connection(String arn) {
        HttpConnection connection = connections.apply(arn);
        if (connection == null) {
            String cause =
                    "Connection '" + arn + "' does not exist. Register it with HttpTask.builder().connection(...).";
            throw new TaskFailedException("Events.ConnectionResource.ResourceNotFound", cause);
        }
        return connection;
    }

    private static String region(String executionArn) {
        String[] parts = executionArn.split(":", 5);
        return parts.length > 4 ? parts[3] : "";
    }

    private HttpResponse<Optional<byte[]>> response(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<Optional<byte[]>>> response =
                Client.SHARED.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw timedOut();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            response.cancel(true); // what is not over by now is not wanted
        }
    }

    private TaskFailedException timedOut() {
        return new TaskFailedException(SOCKET, "The HTTP task timed out after " + timeout.toSeconds() + " seconds.");
    }

    private TaskFailedException failure(@Nullable Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return timedOut();
        }
        if (cause instanceof IOException) {
            String message = cause.getMessage();
            return new TaskFailedException(
                    SOCKET, message == null ? cause.getClass().getSimpleName() : message);
        }
        throw new IllegalStateException("The HTTP client failed", cause);
    }

    /** One client for all tasks, made when it is needed first. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /** Registers connections. */
    public static final class Builder {
        private final Map<String, HttpConnection> known = new LinkedHashMap<>();
        private Function<String, @Nullable HttpConnection> others = arn -> null;
        private boolean httpOnLoopback;
        private Duration timeout = TIMEOUT;

        private Builder() {}

        /** Registers what stands behind a {@code ConnectionArn}, as it is written in the definition. */
        public Builder connection(String arn, HttpConnection connection) {
            known.put(arn, connection);
            return this;
        }

        /**
         * Asks for connections that are not registered, at each call: for secrets that change.
         *
         * @param resolver from the ARN; null: there is no such connection
         */
        public Builder connections(Function<String, @Nullable HttpConnection> resolver) {
            others = resolver;
            return this;
        }

        /** Allows {@code http://} for this very machine ({@code localhost}, {@code 127.0.0.1}, {@code [::1]}): for tests. */
        public Builder allowHttpOnLoopback() {
            httpOnLoopback = true;
            return this;
        }

        Builder timeout(Duration newTimeout) {
            timeout = newTimeout;
            return this;
        }

        /** The handler. */
        public HttpTask build() {
            Map<String, HttpConnection> registered = Map.copyOf(known);
            Function<String, @Nullable HttpConnection> resolver = others;
            return new HttpTask(
                    arn -> {
                        HttpConnection connection = registered.get(arn);
                        return connection == null ? resolver.apply(arn) : connection;
                    },
                    httpOnLoopback,
                    timeout);
        }
    }
}
