package dev.asl4j.runtime;

import dev.asl4j.runtime.UpgradeReport.Group;
import dev.asl4j.runtime.UpgradeReport.Parked;
import dev.asl4j.runtime.UpgradeReport.StateCount;
import dev.asl4j.runtime.internal.Places;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore.Census;
import dev.asl4j.runtime.store.ExecutionStore.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says of a store's census what becomes of whom, by the rule by which the engine takes executions up. */
final class UpgradeAnalysis {
    private final StateMachine current;
    private final Set<String> registered;
    private final Places places;
    private final Map<Fate, Counts> counts = new EnumMap<>(Fate.class);

    /**
     * Nothing counted yet.
     *
     * @param current the class that new executions go by
     * @param registered fingerprints of all classes of that name that the engine has
     */
    UpgradeAnalysis(StateMachine current, Set<String> registered) {
        this.current = current;
        this.registered = registered;
        places = Places.of(current);
        for (Fate fate : Fate.values()) {
            counts.put(fate, new Counts());
        }
    }

    UpgradeReport report(List<Census> census, List<Parked> parked) {
        for (Census row : census) {
            counts(fate(row)).add(row);
        }
        return new UpgradeReport(
                current.name(),
                current.fingerprint(),
                counts(Fate.SAFE).group(),
                counts(Fate.PINNED).group(),
                counts(Fate.BLOCKED).group(),
                parked);
    }

    private Fate fate(Census row) {
        if (row.fingerprint().equals(current.fingerprint())) {
            return Fate.SAFE;
        }
        if (registered.contains(row.fingerprint())) {
            return row.pinned() ? Fate.PINNED : Fate.SAFE;
        }
        boolean fits = !row.pinned() && row.places().stream().noneMatch(this::isMissing);
        return fits ? Fate.SAFE : Fate.BLOCKED;
    }

    private boolean isMissing(Place place) {
        return !places.has(place.place(), place.type());
    }

    private Counts counts(Fate fate) {
        return counts.computeIfAbsent(fate, none -> new Counts());
    }

    private enum Fate {
        SAFE,
        PINNED,
        BLOCKED
    }

    private final class Counts {
        private final Map<String, Map<String, Long>> states = new TreeMap<>();
        private long executions;

        void add(Census row) {
            executions += row.executions();
            for (Place place : row.places()) {
                states.computeIfAbsent(place.place(), none -> new TreeMap<>())
                        .merge(place.type(), row.executions(), Long::sum);
            }
        }

        Group group() {
            boolean isBlocked = this == counts.get(Fate.BLOCKED);
            List<StateCount> list = states.entrySet().stream()
                    .flatMap(place -> place.getValue().entrySet().stream()
                            .map(type -> new StateCount(
                                    place.getKey(),
                                    type.getKey(),
                                    type.getValue(),
                                    isBlocked && isMissing(new Place(place.getKey(), type.getKey())))))
                    .toList();
            return new Group(executions, list);
        }
    }
}
