package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.dataset.Batch;
import dev.asl4j.runtime.dataset.Batches;
import dev.asl4j.runtime.dataset.DataItem;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoredFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// Size: the life of a Map Run, whose steps share what has been read, runs and has ended.

/**
 * The child executions of one Map Run, as its execution drives them: how many run, which comes next, when it is over. Items are read only
 * as children are started, and children are started only as others end, as results are written, and as long as the inputs
 * of those that run do not fill the memory. Everything happens on turns of the execution.
 */
final class ChildExecutions implements Pending {
    private static final Failure TOO_MANY_FAILURES = Failure.of(
            ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD, "The specified tolerated failure threshold was exceeded");

    /**
     * So many bytes, as JSON text, the inputs of running children may have, and the results that wait to be written: as objects they take
     * several times the room.
     */
    static final long MOST_BYTES = Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 64);

    private final Driver driver;
    private final Host host;
    private final RunningFrame frame;
    private final Distribution distribution;
    private final MapRun run;
    private final ItemFeed feed;
    private final @Nullable Batches batches;
    private final MapResults results;
    private final StateMachine machine;
    private final String name;

    private final ArrayDeque<Batch> next = new ArrayDeque<>();
    private final Set<ChildExecution> running = new LinkedHashSet<>();
    private int serial;
    private int itemIndex;
    private int started;
    private long bytesInWork;
    private @Nullable Failure failure;
    private boolean over;

    ChildExecutions(Driver driver, Host host, RunningFrame frame, Distribution distribution) {
        this.driver = driver;
        this.host = host;
        this.frame = frame;
        this.distribution = distribution;
        Identity identity = driver.identity();
        name = identity.processor(distribution.label() == null ? madeUpLabel() : distribution.label());
        String arn = identity.mapRunArn(name, driver.environment().newId());
        run = new MapRun(arn, identity.id(), distribution, driver.environment().now());
        feed = new ItemFeed(distribution, driver.settings().objectStore());
        @Nullable ItemBatcher batcher = distribution.batcher();
        batches = batcher == null ? null : new Batches(batcher);
        @Nullable ResultWriter writer = distribution.writer();
        if (writer != null && writer.arguments() != null) {
            results = new ExportedResults(writer, driver.settings().objectStore(), run);
        } else {
            results = new OutputResults(
                    (writer == null ? ResultWriter.inOutput() : writer).effectiveTransformation(), run);
        }
        machine = StateMachine.of(name, driver.machine().fingerprint(), 0, distribution.processor());
    }

    /** Starts the Map Run; the frame is blocked on it. */
    void begin() {
        frame.visit().mapRun(run.arn());
        driver.history().mapRunStarted(frame, run.arn());
        serial = frame.block(this);
        driver.blocked(() -> host.started(run));
        if (distribution.reader() == null) {
            run.itemsRead(distribution.items().size());
        }
        advance();
    }

    /** Blocks a frame that is taken up again on the Map Run. */
    void restore() {
        driver.blockedBefore();
        serial = frame.block(this);
    }

    /** Takes the Map Run up again: its children begin anew. */
    @Override
    public void resume() {
        driver.afterCommit(() -> host.started(run));
        if (distribution.reader() == null) {
            run.itemsRead(distribution.items().size());
        }
        advance();
    }

    // ---- what comes in

    /** A chunk was read. */
    private void read(ItemFeed.Chunk chunk) {
        feed.add(chunk);
        run.itemsRead(chunk.items().size());
        if (chunk.failure() != null) {
            fail(chunk.failure());
        }
        checkThreshold(); // a percentage, if the number of items is known now
    }

    private void ended(ChildExecution child, Outcome outcome) {
        if (running.remove(child)) {
            bytesInWork -= child.size();
            run.executionEnded(child.items(), outcome.ending());
            results.add(child, outcome);
            checkThreshold();
        }
    }

    private void workDone(@Nullable Failure why) {
        results.workDone();
        if (why != null) {
            fail(why);
            finish(); // nothing can be written any more: no need to wait for the children
        }
    }

    /** Takes a step on a turn of the execution, and goes on as far as possible. */
    private void hear(Runnable news) {
        if (!over) {
            news.run();
            advance();
        }
    }

    private Message message(Runnable news) {
        return new Message.MapRunNews(() -> hear(news));
    }

    // ---- going on

    private void advance() {
        if (over) {
            return;
        }
        try {
            startChildren();
        } catch (Throwable thrown) { // an item's selector, or a batch: the Map's state
            fail(driver.failure(frame, thrown));
        }
        if (failure == null && feed.beginReading()) {
            driver.afterCommit(() -> host.work(() -> {
                ItemFeed.Chunk chunk = feed.read();
                host.post(message(() -> read(chunk)));
            }));
        }
        boolean done = running.isEmpty() && (failure != null || isExhausted());
        if (done && failure != null) {
            addPending();
        }
        MapResults.@Nullable Work work = results.work(done);
        if (work != null) {
            driver.afterCommit(() -> host.work(() -> {
                @Nullable Failure why = work.run();
                host.post(message(() -> workDone(why)));
            }));
        } else if (done && results.isComplete()) {
            finish();
        }
    }

    private void startChildren() {
        while (failure == null
                && running.size() < run.maxConcurrency()
                && (bytesInWork < MOST_BYTES || running.isEmpty())
                && !results.isCongested()) {
            @Nullable Batch batch = nextBatch();
            if (batch == null) {
                return;
            }
            start(batch);
        }
    }

    private void start(Batch batch) {
        Identity identity =
                driver.identity().child(name, batch.input(), distribution.executionType(), driver.environment());
        ChildExecution child = new ChildExecution(identity, batch, started++, Json.size(batch.input()));
        running.add(child);
        bytesInWork += child.size();
        run.executionStarted(batch.items());
        driver.afterCommit(() -> child.started(host.start(
                machine, identity, outcome -> host.post(message(() -> ended(child, outcome))))));
    }

    /** What the next child is to do; null if that is not known yet, or there is nothing more. */
    private @Nullable Batch nextBatch() {
        while (next.isEmpty()) {
            @Nullable DataItem item = feed.poll();
            if (item == null) {
                @Nullable Batch rest = batches == null || !feed.isDrained() ? null : batches.rest();
                if (rest == null) {
                    return null;
                }
                add(rest);
            } else {
                JsonNode input = select(item);
                add(batches == null ? new Batch(input, 1) : batches.add(input));
            }
        }
        return next.poll();
    }

    private void add(@Nullable Batch batch) {
        if (batch != null) {
            driver.quotas().input(batch.input());
            run.executionBuilt();
            next.add(batch);
        }
    }

    private JsonNode select(DataItem item) {
        return frame.view()
                .select(
                        distribution.processor(),
                        distribution.input(),
                        new Item(itemIndex++, item.value(), item.key(), item.source()));
    }

    private boolean isExhausted() {
        return feed.isDrained() && next.isEmpty() && (batches == null || batches.isEmpty());
    }

    private void checkThreshold() {
        if (failure == null && run.exceeded(feed.allRead())) {
            fail(TOO_MANY_FAILURES);
        }
    }

    // ---- the end

    /** The Map fails, once its children are stopped. */
    private void fail(Failure why) {
        if (failure == null) {
            failure = why;
            Set<ChildExecution> unwanted = Set.copyOf(running);
            driver.afterCommit(() -> unwanted.forEach(ChildExecution::stop));
        }
    }

    /** What is known of the inputs for which no child was started. */
    private void addPending() {
        try {
            for (Batch batch = nextBatch(); batch != null; batch = nextBatch()) {
                results.addPending(batch.input());
            }
        } catch (Throwable selectorFailed) {
            // then that is all that can be told of them
        }
    }

    private void finish() {
        if (over || !driver.unblock(frame, serial)) {
            return;
        }
        over = true;
        JsonNode result = failure == null ? results.result() : Json.EMPTY;
        if (failure == null) {
            failure = driver.quotas().ofMapResult(frame.stateName(), result);
        }
        if (failure == null) {
            run.end(MapRun.Status.SUCCEEDED, driver.environment().now());
            driver.history().mapRunSucceeded(frame);
            frame.resumeWith(result);
            driver.ready(frame);
        } else {
            driver.afterCommit(this::release);
            run.end(MapRun.Status.FAILED, driver.environment().now());
            driver.history().mapRunFailed(frame, failure);
            driver.mapFailed(frame, failure);
        }
    }

    /** The execution or the scope around has ended. */
    @Override
    public void cancel() {
        over = true;
        run.end(MapRun.Status.ABORTED, driver.environment().now());
        running.forEach(ChildExecution::stop);
        release();
    }

    @Override
    public StoredFrame.Phase phase() {
        return StoredFrame.Phase.MAP_RUN;
    }

    @Override
    public void note(ObjectBuilder detail) {}

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public @Nullable Instant wake() {
        return null;
    }

    private void release() {
        host.work(() -> {
            feed.close();
            results.discard();
        });
    }

    /** The same for each Map Run of the state, and for no other state. */
    private String madeUpLabel() {
        String state = driver.machine().fingerprint() + "/" + frame.stateName();
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
