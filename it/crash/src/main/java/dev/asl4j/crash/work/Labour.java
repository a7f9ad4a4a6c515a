package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The handlers of all definitions. What they give depends on their input and the number of the attempt alone, so that two runs of one
 * order have the same result; what they do goes into the side log.
 */
public final class Labour
        implements Chain.Tasks,
                FanOut.Tasks,
                EachItem.Tasks,
                Patience.Tasks,
                SecondChances.Tasks,
                Callback.Tasks,
                Parent.Tasks,
                Distributed.Tasks,
                Polled.Tasks,
                Stopped.Tasks,
                Throttled.Tasks,
                Mended.Tasks,
                MendedMap.Tasks,
                dev.asl4j.crash.first.Versioned.Tasks,
                dev.asl4j.crash.second.Versioned.Tasks,
                dev.asl4j.crash.third.Versioned.Tasks,
                Hang.Tasks,
                Exhaust.Tasks,
                Poison.Tasks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SideLog log;
    private final Seam seam;
    private final Path mended;

    /** @param mended folder with a file for each execution that is mended */
    public Labour(SideLog log, Seam seam, Path mended) {
        this.log = log;
        this.seam = seam;
        this.mended = mended;
    }

    /** Adds; takes {@code ms}; fails with {@code Busy} the first {@code failures} times. */
    @Override
    public JsonNode work(JsonNode input, TaskContext task) throws InterruptedException {
        begin(input, task);
        if (task.attempt() < input.path("failures").asInt()) {
            log.write(SideEntry.Kind.FAILED, task, Json.EMPTY);
            throw new TaskFailedException("Busy", "not at the first try");
        }
        return end(input, task);
    }

    /** The same; fails with {@code Broken}, if it {@code breaks}, until the execution {@code flag} is mended. */
    @Override
    public JsonNode mend(JsonNode input, TaskContext task) throws InterruptedException {
        begin(input, task);
        if (input.path("breaks").asBoolean()
                && !Files.exists(mended.resolve(input.path("flag").asText()))) {
            log.write(SideEntry.Kind.FAILED, task, Json.EMPTY);
            throw new TaskFailedException("Broken", "to be mended");
        }
        return end(input, task);
    }

    /** Hands the token on: whoever reads the side log answers it. */
    @Override
    public JsonNode sqsSendMessageWaitForTaskToken(JsonNode input, TaskContext task) {
        seam.pass(Seam.Point.HANDLER_CALLED);
        log.write(SideEntry.Kind.TOKEN, task, input.path("MessageBody"));
        seam.pass(Seam.Point.HANDLER_DONE);
        return JSON.objectNode().put("MessageId", "sent");
    }

    /** Never called: workers poll for it. */
    @Override
    public JsonNode stamp(JsonNode input, TaskContext task) {
        throw new IllegalStateException("an activity that workers poll for is no handler's");
    }

    /** Never returns, and does not listen to interrupts either. */
    @Override
    public JsonNode hang(JsonNode input, TaskContext task) {
        log.write(SideEntry.Kind.STARTED, task, Json.EMPTY);
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // whoever interrupts may do so
            }
        }
    }

    /** Takes all the memory there is. */
    @Override
    public JsonNode exhaust(JsonNode input, TaskContext task) {
        log.write(SideEntry.Kind.STARTED, task, Json.EMPTY);
        byte[][] hoard = new byte[1 << 20][];
        for (int i = 0; true; i++) {
            hoard[i] = new byte[1 << 20];
        }
    }

    private void begin(JsonNode input, TaskContext task) throws InterruptedException {
        log.write(SideEntry.Kind.STARTED, task, Json.EMPTY);
        seam.pass(Seam.Point.HANDLER_CALLED);
        new CountDownLatch(1).await(input.path("ms").asLong(), TimeUnit.MILLISECONDS);
    }

    private JsonNode end(JsonNode input, TaskContext task) {
        log.write(SideEntry.Kind.DONE, task, Json.EMPTY);
        seam.pass(Seam.Point.HANDLER_DONE);
        return sum(input);
    }

    /** What the work gives. */
    public static JsonNode sum(JsonNode input) {
        long sum = input.path("value").asLong() + input.path("add").asLong();
        return JSON.objectNode().put("value", sum);
    }
}
