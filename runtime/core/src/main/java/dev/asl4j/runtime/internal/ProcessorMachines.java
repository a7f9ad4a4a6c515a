package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMapRun;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of executions that are taken up, the children of Map Runs among them: theirs is a part of the definition of the execution
 * that is not a child, found by the places of the Map states on the way.
 */
final class ProcessorMachines {
    private static final int MOST_KNOWN = 1_000;

    private final Machines machines;
    private final ExecutionStore store;
    private final Map<String, StateMachine> known = new LinkedHashMap<>(); // guarded by this

    ProcessorMachines(Machines machines, ExecutionStore store) {
        this.machines = machines;
        this.store = store;
    }

    /**
     * The definition by which an execution is to go on, if its states are in it.
     *
     * @throws dev.asl4j.runtime.store.StoreException if the store cannot be reached
     */
    Machines.Resolution resolve(StoredExecution execution) {
        @Nullable String mapRun = mapRun(execution);
        if (mapRun == null) {
            return machines.resolve(execution);
        }
        String key = execution.progress().fingerprint() + " " + mapRun;
        @Nullable StateMachine before = known(key);
        if (before != null) {
            return new Machines.Resolution(before, null);
        }
        Machines.Resolution found = look(execution);
        @Nullable StateMachine machine = found.machine();
        if (machine != null) {
            keep(key, machine);
        }
        return found;
    }

    /**
     * Whether a child of a Map Run goes on after this has ended, as the engine died that was about to tell it to end.
     *
     * @throws dev.asl4j.runtime.store.StoreException if the store cannot be reached
     */
    boolean isLeftOver(StoredExecution execution) {
        @Nullable Parent parent = execution.head().parent();
        @Nullable String mapRun = mapRun(execution);
        return parent != null
                && mapRun != null
                && (store.mapRun(mapRun).map(StoredMapRun::status).orElse(null) != StoredMapRun.Status.RUNNING
                        || store.get(parent.key())
                                .filter(it -> it.progress().status() == Status.RUNNING)
                                .isEmpty());
    }

    private Machines.Resolution look(StoredExecution child) {
        ArrayDeque<String> places = new ArrayDeque<>();
        StoredExecution outer = child;
        for (@Nullable String arn = mapRun(outer); arn != null; arn = mapRun(outer)) {
            Optional<StoredMapRun> run = store.mapRun(arn);
            Optional<StoredExecution> parent = run.flatMap(it -> store.get(it.execution()));
            if (parent.isEmpty()) {
                return new Machines.Resolution(null, "its Map Run is not in the store");
            }
            places.addFirst(run.get().detail().path(MapRun.PLACE).asText());
            outer = parent.get();
        }
        String name = outer.head().machine();
        Machines.Resolution whole = machines.resolve(
                name, child.progress().fingerprint(), child.progress().pinned());
        @Nullable StateMachine machine = whole.machine();
        if (machine == null) {
            return whole;
        }
        Scope scope = machine.main();
        for (String place : places) {
            @Nullable Scope processor = Processors.find(scope, place);
            if (processor == null) {
                return new Machines.Resolution(
                        null, "the definition " + machine.fingerprint() + " of " + name + " has no Map at " + place);
            }
            scope = processor;
        }
        return new Machines.Resolution(StateMachine.of(child.head().machine(), machine.fingerprint(), 0, scope), null);
    }

    private static @Nullable String mapRun(StoredExecution execution) {
        @Nullable Parent parent = execution.head().parent();
        return parent == null ? null : parent.mapRun();
    }

    private synchronized @Nullable StateMachine known(String key) {
        return known.get(key);
    }

    private synchronized void keep(String key, StateMachine machine) {
        known.put(key, machine);
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
