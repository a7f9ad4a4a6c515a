package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.dataset.Batch;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Redriving.Unsuccessful;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// Size: the life of a Map Run, whose steps hand over to each other: begun or taken up again, going on, failing, ended.

/**
 * The child executions of one Map Run, as its execution drives them: how many run, which comes next, when it is over. Items are read only
 * as children are started, and children are started only as others end, as results are written, as they get into the store, and as
 * long as the inputs of those that run do not fill the memory. Everything happens on turns of the execution.
 *
 * <p>What a store keeps of it is in {@link #stored}; what became of the children they say themselves: when it is taken up again they are
 * read, page by page, as if each had just ended or been started.
 */
final class ChildExecutions implements Pending {
    private static final Failure TOO_MANY_FAILURES = Failure.of(
            ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD, "The specified tolerated failure threshold was exceeded");
    private static final Failure UNSTORABLE =
            Failure.of(ErrorNames.RUNTIME, "The store refuses a child execution, perhaps for its size.");
    private static final Set<String> STARTED_ANEW_AFTER =
            Set.of(ErrorNames.DATA_LIMIT_EXCEEDED, ErrorNames.RUNTIME, ErrorNames.QUERY_EVALUATION_ERROR);
    private static final int MOST_REDRIVES = 1_000;

    /**
     * So many bytes, as JSON text, the inputs of running children may have, and the results that wait to be written: as objects they take
     * several times the room.
     */
    static final long MOST_BYTES = Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 64);

    private final Driver driver;
    private final Host host;
    private final RunningFrame frame;
    private final StateMachine machine;
    private final MapRun run;
    private final MapRunWork work;
    private final StoreQuestions store;
    private final MapRunRest rest;

    private @Nullable Reloading reloading;
    private int serial;
    private boolean over;

    private ChildExecutions(
            Driver driver, Host host, RunningFrame frame, Distribution distribution, MapRun run, JsonNode detail) {
        this.driver = driver;
        this.host = host;
        this.frame = frame;
        this.run = run;
        work = new MapRunWork(driver, frame, distribution, run, detail);
        store = new StoreQuestions(driver, host, this::message, this::fail);
        rest = new MapRunRest(driver, frame, new Message.MapRunNews(this::mayRest), this::isQuiet);
        machine = StateMachine.of(
                name(driver, frame, distribution), driver.machine().fingerprint(), 0, distribution.processor());
    }

    /** One that is to be started. */
    static ChildExecutions starting(Driver driver, Host host, RunningFrame frame, Distribution distribution) {
        Identity identity = driver.identity();
        String arn = identity.mapRunArn(
                name(driver, frame, distribution), driver.environment().newId());
        MapRun run = new MapRun(
                arn,
                identity.id(),
                frame.place(),
                distribution,
                driver.environment().now());
        return new ChildExecutions(driver, host, frame, distribution, run, Json.EMPTY);
    }

    /** One that a store has. */
    static ChildExecutions stored(
            Driver driver, Host host, RunningFrame frame, Distribution distribution, StoredMapRun stored) {
        return new ChildExecutions(
                driver, host, frame, distribution, new MapRun(stored, distribution), stored.detail());
    }

    String arn() {
        return run.arn();
    }

    /** As the store is to keep it. */
    StoredMapRun stored() {
        return work.stored();
    }

    /** The frame is blocked on it. */
    void block() {
        serial = frame.block(this);
    }

    /** Starts the Map Run. */
    void begin() {
        frame.visit().mapRun(run.arn());
        driver.history().mapRunStarted(frame, run.arn());
        run.visit(frame.event());
        block();
        driver.blocked(() -> {});
        run.items().known(work.feed.known());
        advance();
    }

    // ---- what comes in

    /** A chunk was read. */
    private void read(ItemFeed.Chunk chunk) {
        work.feed.add(chunk);
        run.items().known(work.feed.known());
        if (chunk.failure() != null) {
            fail(chunk.failure());
        }
        checkThreshold(); // a percentage, if the number of items is known now
    }

    /** A child has ended; it is counted if it is one that runs. */
    void childEnded(Message.ChildEnded news) {
        hear(() -> {
            if (reloading != null) {
                reloading.early(news);
            } else {
                take(news);
            }
        });
    }

    private void take(Message.ChildEnded news) {
        @Nullable ChildExecution child = work.running.find(news.position(), news.child());
        @Nullable Outcome outcome = news.outcome();
        if (child == null) {
            return;
        }
        if (outcome == null) {
            store.ask(store -> store.get(news.child()), found -> {
                if (found.isEmpty()) {
                    fail(Failure.of(ErrorNames.RUNTIME, "A child execution is not remembered any more."));
                }
                found.map(ChildExecution::outcome) // none if it goes on again
                        .ifPresent(end -> take(news.with(end)));
            });
        } else if (work.ended(child, outcome)) {
            checkThreshold();
        }
    }

    private void written(@Nullable Failure why) {
        work.results.workDone(why != null);
        if (why != null) {
            fail(why);
            finish(); // nothing can be written any more: no need to wait for the children
        }
    }

    /** Other limits, as {@code UpdateMapRun} takes them. */
    void update(JsonNode limits) {
        hear(() -> {
            run.update(limits);
            checkThreshold();
        });
    }

    /** Takes a step on a turn of the execution, and goes on as far as possible. */
    private void hear(Runnable news) {
        if (!over) {
            rest.disturb();
            news.run();
            advance();
        }
    }

    private Message message(Runnable news) {
        return new Message.MapRunNews(() -> hear(news));
    }

    // ---- going on

    private void advance() {
        driver.mapRuns().changed(this);
        if (over) {
            return;
        }
        rest.lookLater(work.children());
        if (reloading != null) {
            reload(reloading);
            return;
        }
        try {
            startChildren();
        } catch (Throwable thrown) { // an item's selector, or a batch: the Map's state
            fail(driver.failure(frame, thrown));
        }
        if (run.failure() == null && work.feed.beginReading()) {
            driver.afterCommit(() -> host.work(() -> {
                ItemFeed.Chunk chunk = work.feed.read();
                host.post(message(() -> read(chunk)));
            }));
        }
        boolean done = work.running.isEmpty() && (run.failure() != null || work.isExhausted());
        if (done && run.failure() != null) {
            work.addPending();
        }
        if (!write(done) && done && work.results.isComplete()) {
            finish();
        }
    }

    private void mayRest() {
        if (!over) {
            rest.check(work.children());
        }
    }

    private boolean isQuiet() {
        return reloading == null && !store.isAnyOpen() && work.isQuiet();
    }

    /** Has results written, if there are enough or the last ones. */
    private boolean write(boolean last) {
        MapResults.@Nullable Work writing = work.results.work(last);
        if (writing == null) {
            return false;
        }
        driver.afterCommit(() -> host.work(() -> {
            @Nullable Failure why = writing.run();
            host.post(message(() -> written(why)));
        }));
        return true;
    }

    private void startChildren() {
        while (work.mayStart()) {
            @Nullable Unsuccessful again = work.redriving.poll();
            if (again != null) {
                redrive(again);
                continue;
            }
            ChildInputs.@Nullable Next next = work.inputs.poll();
            if (next == null) {
                return;
            }
            Batch batch = next.batch();
            if (host.store() != null && !next.isAgain()) {
                work.starting.started(batch.items());
            }
            run.started(batch.items());
            begin(batch.input(), next.position(), batch.items());
        }
    }

    private void redrive(Unsuccessful again) {
        ChildExecution before = again.execution();
        run.redriven(before.items());
        if (again.isExpress()) {
            work.redriving.startedAnew(again);
            begin(before.identity().input(), before.position(), before.items());
        } else {
            before.redriven();
            work.running.add(before);
            driver.send(before.key(), Kind.REDRIVE, StoredMessage.Body.NONE);
        }
    }

    private void begin(JsonNode input, int position, int items) {
        Identity identity = driver.identity()
                .child(machine.name(), input, run.distribution().executionType(), driver.environment());
        ChildExecution child = new ChildExecution(identity, position, items);
        work.running.add(child);
        Host.ChildPlace place = new Host.ChildPlace(run.visit(), run.arn(), position, items);
        driver.afterCommit(
                () -> child.started(host.start(machine, identity, place, answer -> stored(position, answer))));
    }

    /** What the store says of the start of a child; on any thread. */
    private void stored(int position, Committed answer) {
        switch (answer) {
            case DONE -> {
                boolean wake = work.redriving.stored(position);
                wake |= work.starting.stored(position);
                if (wake) {
                    host.post(message(() -> {}));
                }
            }
            case NAME_TAKEN -> host.post(message(() -> lookFor(position)));
            case REFUSED -> host.post(message(() -> fail(UNSTORABLE)));
            case LOST -> {} // and so is this execution
        }
    }

    /**
     * There was a child at that position, told to end before it was in the store, when the Map Run had ended: as that is redriven, it goes
     * on.
     */
    private void lookFor(int position) {
        store.ask(store -> store.children(run.arn(), position - 1, 1), found -> {
            if (!found.isEmpty()) {
                work.replace(ChildExecution.of(found.get(0), driver.settings(), driver.environment()));
                @Nullable Outcome outcome = ChildExecution.outcome(found.get(0));
                if (outcome != null) {
                    take(new Message.ChildEnded(
                            run.arn(), position, found.get(0).key(), outcome));
                }
            }
        });
    }

    private void checkThreshold() {
        if (reloading == null && work.isExceeded()) {
            fail(TOO_MANY_FAILURES);
        }
    }

    // ---- taking it up again

    @Override
    public void resume() {
        work.forget();
        reloading = new Reloading(
                new StoredChildren(Objects.requireNonNull(host.store()), run.arn(), work.redriving.toldBelow()),
                work.starting);
        reload(reloading);
    }

    /**
     * Goes on after the execution had ended, instead of {@link #resume}: the children that did not succeed are redriven, and those that were
     * not started are. Where the data was the trouble, it starts all over, as another Map Run.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">Redriving Map Runs</a>
     */
    void redrive() {
        @Nullable Failure before = run.failure();
        if (before != null && STARTED_ANEW_AFTER.contains(String.valueOf(before.error()))) {
            over = true;
            driver.mapRuns().left(this);
            driver.unblock(frame, serial);
            driver.mapRuns().begin(frame, run.distribution());
            return;
        }
        run.redrive(driver.environment().now());
        work.redriving.begin(work.starting.next());
        driver.history().mapRunRedriven(frame, run.arn(), run.redriveCount());
        driver.mapRuns().changed(this);
        resume();
        if (run.redriveCount() > MOST_REDRIVES) {
            fail(Failure.of(ErrorNames.RUNTIME, "The Map Run was redriven " + MOST_REDRIVES + " times before."));
        }
    }

    private void reload(Reloading reloading) {
        write(false);
        @Nullable StoredChildren source = work.results.isCongested() ? null : reloading.beginReading();
        if (source != null) {
            store.ask(store -> source.read(), page -> found(reloading, page));
        }
    }

    private void found(Reloading reloading, StoredChildren.Page page) {
        reloading.read();
        for (StoredChildren.Found child : page.children()) {
            work.found(child);
            reloading.found(child);
        }
        reloading.takeEarly(page.last() ? Integer.MAX_VALUE : page.end()).forEach(this::take);
        if (page.last()) {
            this.reloading = null;
            work.allFound(reloading);
            if (run.failure() != null) {
                work.running.stop();
            }
            checkThreshold();
        }
    }

    // ---- the end

    /** The Map fails, once its children are stopped. */
    private void fail(Failure why) {
        if (run.failure() == null) {
            run.failure(why);
            work.giveUpRedriving();
            work.running.stop();
        }
    }

    private void finish() {
        if (over || !driver.unblock(frame, serial)) {
            return;
        }
        over();
        JsonNode result = run.failure() == null ? work.results.result() : Json.EMPTY;
        @Nullable
        Failure failure =
                run.failure() == null ? driver.quotas().ofMapResult(frame.stateName(), result) : run.failure();
        if (failure == null) {
            end(StoredMapRun.Status.SUCCEEDED);
            driver.history().mapRunSucceeded(frame);
            frame.resumeWith(result);
            driver.ready(frame);
        } else {
            run.failure(failure);
            driver.afterCommit(this::release);
            end(StoredMapRun.Status.FAILED);
            driver.history().mapRunFailed(frame, failure);
            driver.mapFailed(frame, failure);
        }
    }

    private void end(StoredMapRun.Status how) {
        run.end(how, driver.environment().now());
        @Nullable LifecycleNews news = driver.news();
        if (news != null) {
            news.mapRunEnded(run);
        }
    }

    private void over() {
        over = true;
        store.over();
        rest.cancel();
        driver.mapRuns().ended(this);
    }

    /** The execution or the scope around has ended. */
    @Override
    public void abandon() {
        over();
        work.giveUpRedriving();
        work.running.stop();
        end(StoredMapRun.Status.ABORTED);
        if (driver.outcome() == null) {
            driver.history().mapRunAborted(frame);
        }
        if (reloading != null) { // not all that run are known
            store.tell(store -> new StoredChildren(store, run.arn(), 0).stopAll());
        }
    }

    @Override
    public void cancel() {
        over = true;
        store.over();
        rest.cancel();
        release();
    }

    private void release() {
        host.work(() -> {
            work.feed.close();
            work.results.discard();
        });
    }

    // ---- as the frame is kept

    @Override
    public StoredFrame.Phase phase() {
        return StoredFrame.Phase.MAP_RUN;
    }

    @Override
    public void note(ObjectBuilder detail) {} // the frame's visit knows the ARN

    @Override
    public boolean isHeld() {
        return !rest.isResting();
    }

    @Override
    public @Nullable Instant wake() {
        return null;
    }

    // ---- names

    private static String name(Driver driver, RunningFrame frame, Distribution distribution) {
        @Nullable String label = distribution.label();
        return driver.identity().processor(label == null ? madeUpLabel(driver, frame) : label);
    }

    /** The same for each Map Run of the state, and for no other state. */
    private static String madeUpLabel(Driver driver, RunningFrame frame) {
        String state = driver.machine().fingerprint() + "/" + frame.stateName();
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
