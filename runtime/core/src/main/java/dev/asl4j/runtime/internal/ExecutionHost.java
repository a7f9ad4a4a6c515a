package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the driver of an execution has of its engine. */
final class ExecutionHost implements Host {
    private final EngineCore engine;
    private final EngineExecution execution;

    ExecutionHost(EngineCore engine, EngineExecution execution) {
        this.engine = engine;
        this.execution = execution;
    }

    @Override
    public void post(Message message) {
        execution.post(new Mail(message, 0, null));
    }

    @Override
    public void postLast(Message message) {
        engine.handlers().sayLast(() -> post(message));
    }

    @Override
    public boolean isCurrent() {
        return !execution.isDropped() && execution.seat().session().isCurrent();
    }

    @Override
    public @Nullable Guard guard() {
        @Nullable TurnCalls calls = execution.calls();
        return calls == null ? null : calls.guard();
    }

    @Override
    public @Nullable Guard guardOfTold() {
        return guard();
    }

    @Override
    public void launch(TaskAttempt attempt) {
        if (!execution.isDropped() && engine.isLaunching()) {
            engine.activity().launch(attempt, engine.handlers(), this);
        }
    }

    @Override
    public TaskCallback<JsonNode> callback(Token token) {
        return new StoredCallback(engine.tokens(), token.token());
    }

    @Override
    public CompletableFuture<JsonNode> startExecution(TaskAttempt attempt, TaskContext task, JsonNode parameters) {
        return engine.nested().start(execution, attempt, task, parameters);
    }

    @Override
    public long key() {
        return execution.key();
    }

    @Override
    public ExecutionStore store() {
        return engine.store();
    }

    @Override
    public long start(StateMachine machine, Identity identity, ChildPlace place, Consumer<Committed> stored) {
        return execution.isDropped()
                ? 0
                : engine.startChild(execution.seat(), execution.key(), machine, identity, place, stored);
    }

    @Override
    public void stop(long child) {
        @Nullable EngineExecution running = engine.residents().get(child);
        if (running != null) {
            running.post(new Mail(new Message.Stop(null, null), 0, null));
        }
    }

    @Override
    public void takeUp(long child) {
        work(() -> engine.wakeups().claim(child, null));
    }

    @Override
    public boolean isCrowded() {
        return engine.room().isCrowded();
    }

    @Override
    public void work(Runnable work) {
        if (!execution.isDropped()) {
            engine.activity().work(work, engine.threads().helpers());
        }
    }

    @Override
    public void changed(StoredMapRun run) {} // it is in the turn
}
