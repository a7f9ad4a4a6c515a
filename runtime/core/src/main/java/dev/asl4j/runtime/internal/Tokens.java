package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.task.TaskAnswerException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers to task tokens. A token says whose it is, so that any engine on the store can take the answer. */
public final class Tokens {
    /** What could be a token of somebody's. */
    private static final Pattern SIMILAR = Pattern.compile("[A-Za-z0-9_.-]{43,60}");

    private final EngineCore engine;

    Tokens(EngineCore engine) {
        this.engine = engine;
    }

    /**
     * The task succeeded.
     *
     * @throws TaskAnswerException if the token is not waited for, or the tree has no JSON form
     */
    public void success(String token, JsonNode output) {
        StoredFrame.Address address = address(token);
        JsonNode frozen;
        try {
            frozen = Json.freeze(output);
        } catch (IllegalArgumentException | StateFailure noJson) {
            throw TaskAnswerException.invalidOutput(String.valueOf(noJson.getMessage()));
        }
        tell(address, Kind.TASK_SUCCESS, new Body(token, frozen, null, null));
    }

    /**
     * The task failed.
     *
     * @throws TaskAnswerException if the token is not waited for
     */
    public void failure(String token, @Nullable String error, @Nullable String cause) {
        Failure failure = Failure.of(error, cause); // cuts both
        tell(address(token), Kind.TASK_FAILURE, new Body(token, null, failure.error(), failure.cause()));
    }

    /**
     * The task goes on.
     *
     * @throws TaskAnswerException if the token is not waited for
     */
    public void heartbeat(String token) {
        tell(address(token), Kind.TASK_HEARTBEAT, new Body(token, null, null, null));
    }

    private void tell(StoredFrame.Address address, Kind kind, Body body) {
        Receipt receipt = engine.requests().tell(address.key(), kind, body);
        switch (receipt) {
            case ACCEPTED -> {}
            case UNKNOWN -> throw TaskAnswerException.taskDoesNotExist();
            case ENDED, RUNNING, ANSWERED -> throw TaskAnswerException.taskTimedOut();
        }
    }

    private static StoredFrame.Address address(String token) {
        StoredFrame.@Nullable Address address = Token.parse(token);
        if (address == null) {
            throw SIMILAR.matcher(token).matches()
                    ? TaskAnswerException.taskDoesNotExist()
                    : TaskAnswerException.invalidToken();
        }
        return address;
    }
}
