package dev.asl4j.compiler.plan;

import java.util.ArrayList;
import java.util.List;

/** Spreads the states of a scope over classes, if they are too much for one. */
final class Slicer {
    /** A dispatch over more states is code that the virtual machine's just-in-time compiler leaves alone. */
    static final int MOST_STATES = 256;

    /** Bytes of code by estimate; with the constants they bring, some half of what a class has room for. */
    static final int HEAVIEST = 60_000;

    private final Names names;
    private final String scopeClass;
    private final List<ScopePlan.Slice> slices = new ArrayList<>();

    Slicer(Names names, String scopeClass) {
        this.names = names;
        this.scopeClass = scopeClass;
    }

    List<ScopePlan.Slice> slices(List<ScopePlan.StateCode> states, List<Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        if (states.size() <= MOST_STATES && total <= HEAVIEST) {
            return List.of(new ScopePlan.Slice(null, null, 0, states));
        }
        int from = 0;
        int weight = 0;
        for (int i = 0; i < states.size(); i++) {
            boolean full = i - from == MOST_STATES || weight + weights.get(i) > HEAVIEST;
            if (full && i > from) {
                add(from, states.subList(from, i));
                from = i;
                weight = 0;
            }
            weight += weights.get(i);
        }
        add(from, states.subList(from, states.size()));
        return slices;
    }

    private void add(int first, List<ScopePlan.StateCode> states) {
        String className = names.newClass(scopeClass + "Part");
        slices.add(new ScopePlan.Slice(className, names.newField(JavaNames.field(className)), first, states));
    }
}
