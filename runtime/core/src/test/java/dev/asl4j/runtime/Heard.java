package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.MapRunEnd;
import dev.asl4j.runtime.spi.StateInfo;
import dev.asl4j.runtime.spi.TaskEnd;
import dev.asl4j.runtime.spi.TaskInfo;
import dev.asl4j.runtime.spi.TurnInfo;
import java.time.Duration;

/** Writes down what it hears, a line each; turns are only counted. */
class Heard implements LifecycleListener {
    private final StringBuilder lines = new StringBuilder(); // guarded by this, as all below
    private int turns;

    void say(String line) {
        synchronized (this) {
            lines.append(line).append('\n');
        }
    }

    synchronized String told() {
        return lines.toString();
    }

    synchronized int turns() {
        return turns;
    }

    synchronized void forget() {
        lines.setLength(0);
    }

    @Override
    public void engineStarted(EngineGauges gauges) {
        say("engine started");
    }

    @Override
    public void engineStopped(EngineGauges gauges) {
        say("engine stopped");
    }

    @Override
    public void executionStarted(ExecutionInfo execution) {
        say(execution.name() + " started");
    }

    @Override
    public void executionEnded(ExecutionInfo execution, ExecutionEnd end) {
        say(execution.name() + " " + end.status() + " " + end.error() + " after " + end.duration()
                + (end.redriven() == null ? "" : " redriven at " + end.redriven()));
    }

    @Override
    public void executionRedriven(ExecutionInfo execution, int redriveCount) {
        say(execution.name() + " redriven " + redriveCount);
    }

    @Override
    public void executionParked(ExecutionInfo execution, String reason) {
        say(execution.name() + " parked: " + reason);
    }

    @Override
    public void stateEntered(ExecutionInfo execution, StateInfo state) {
        say(execution.name() + ": " + state.name() + " entered " + state.type());
    }

    @Override
    public void stateExited(ExecutionInfo execution, StateInfo state) {
        say(execution.name() + ": " + state.name() + " exited " + state.type());
    }

    @Override
    public void taskScheduled(ExecutionInfo execution, TaskInfo task) {
        say(execution.name() + ": " + words(task) + " scheduled");
    }

    @Override
    public void taskStarted(ExecutionInfo execution, TaskInfo task, Duration scheduleTime) {
        say(execution.name() + ": " + words(task) + " started after " + scheduleTime);
    }

    @Override
    public void taskEnded(ExecutionInfo execution, TaskInfo task, TaskEnd end) {
        say(execution.name() + ": " + words(task) + " " + end.status() + " " + end.error() + " after "
                + end.scheduleTime() + " + " + end.runTime());
    }

    @Override
    public void mapRunStarted(ExecutionInfo execution, String mapRunArn) {
        say(execution.name() + ": Map Run started");
    }

    @Override
    public void mapRunEnded(ExecutionInfo execution, String mapRunArn, MapRunEnd end) {
        say(execution.name() + ": Map Run " + end);
    }

    @Override
    public synchronized void turnCommitted(ExecutionInfo execution, TurnInfo turn) {
        turns++;
    }

    private static String words(TaskInfo task) {
        return task.kind() + " " + task.state() + " attempt " + task.attempt();
    }
}
