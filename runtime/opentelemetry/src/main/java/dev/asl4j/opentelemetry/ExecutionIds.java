package dev.asl4j.opentelemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The ids of an execution's trace: made of its ARN alone, so that every process that works on it makes the same ones. */
final class ExecutionIds {
    private ExecutionIds() {}

    /**
     * The span of a whole execution, which is recorded when it ends.
     *
     * @param ratio of the executions that are sampled, from 0 to 1
     */
    static SpanContext root(String executionArn, double ratio) {
        ByteBuffer hash = ByteBuffer.wrap(hash(executionArn));
        long high = hash.getLong();
        long low = hash.getLong();
        return SpanContext.createFromRemoteParent(
                TraceId.fromLongs(high, low),
                SpanId.fromLong(hash.getLong()),
                isSampled(low, ratio) ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }

    /** As the sampler of the SDK decides by the trace's id, so that the two agree. */
    private static boolean isSampled(long low, double ratio) {
        return ratio >= 1 || (low & Long.MAX_VALUE) < ratio * Long.MAX_VALUE;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) { // every Java platform has it
            throw new IllegalStateException(e);
        }
    }
}
