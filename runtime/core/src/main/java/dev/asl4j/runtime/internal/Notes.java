package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The names in {@link StoredFrame#detail}, and how its values are read: what is not there has its default, 0 or null or false. Instants are
 * ISO text, to keep each nanosecond.
 */
final class Notes {
    /** Last event of the frame's chain. */
    static final String EVENT = "event";

    /** The event by which the state was entered, and the one before. */
    static final String ENTERED = "entered";

    static final String BEFORE = "before";

    /** Which of its siblings' places it has, if that is not the index. */
    static final String SLOT = "slot";

    /** When it became ready among those that are. */
    static final String ORDER = "order";

    /** How often each retrier was used. */
    static final String RETRIES = "retries";

    static final String TOKEN = "token";

    /** Of the Map Run that the state has started. */
    static final String MAP_RUN = "mapRun";

    static final String CHILD = "child";

    /** When the last attempt of its task was scheduled and started, if anybody wants to know. */
    static final String SCHEDULED_AT = "scheduledAt";

    static final String STARTED_AT = "startedAt";

    /** When what it waits for is due: a wait, a retry, the timeout of a task. */
    static final String DUE = "due";

    // ---- what the state has asked for

    static final String TIMEOUT = "timeout";
    static final String HEARTBEAT = "heartbeat";
    static final String CREDENTIALS = "credentials";
    static final String UNTIL = "until";
    static final String CONCURRENCY = "concurrency";
    static final String DISTRIBUTION = "distribution";

    // ---- a task that is called

    /** Id of the event by which it was scheduled. */
    static final String SCHEDULED = "scheduled";

    /** How often the handler was called for it, if more than once. */
    static final String DELIVERY = "delivery";

    /** The last sign of life. */
    static final String SIGN = "sign";

    static final String SUBMITTED = "submitted";

    /** The handler is done, and the token's answer is awaited. */
    static final String HANDLED = "handled";

    /** The token's answer, while the handler's end is awaited. */
    static final String ANSWER = "answer";

    /** The activity whose workers ask for it. */
    static final String POLLED = "polled";

    /** One of them has taken it. */
    static final String TAKEN = "taken";

    private Notes() {}

    static void set(ObjectBuilder detail, String name, long value) {
        if (value != 0) {
            detail.set(name, LongNode.valueOf(value));
        }
    }

    static void set(ObjectBuilder detail, String name, @Nullable Instant value) {
        if (value != null) {
            detail.set(name, TextNode.valueOf(value.toString()));
        }
    }

    static void set(ObjectBuilder detail, String name, @Nullable String value) {
        if (value != null) {
            detail.set(name, TextNode.valueOf(value));
        }
    }

    static void set(ObjectBuilder detail, String name, boolean value) {
        if (value) {
            detail.set(name, BooleanNode.TRUE);
        }
    }

    static long number(JsonNode detail, String name) {
        return detail.path(name).asLong();
    }

    static int count(JsonNode detail, String name) {
        return detail.path(name).asInt();
    }

    static boolean flag(JsonNode detail, String name) {
        return detail.path(name).asBoolean();
    }

    static @Nullable String text(JsonNode detail, String name) {
        @Nullable JsonNode value = detail.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    static @Nullable Instant instant(JsonNode detail, String name) {
        @Nullable String text = text(detail, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException damaged) {
            throw new DamagedFramesException("\"" + name + "\" is no instant");
        }
    }
}
