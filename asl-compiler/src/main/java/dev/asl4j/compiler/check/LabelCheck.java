package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.State;
import java.util.HashMap;
import java.util.Map;

/** No two distributed Map states have the same {@code Label}: it names their executions. */
final class LabelCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        Map<String, State> owners = new HashMap<>();
        for (State state : machine.states()) {
            JsonString label = state instanceof MapState map && map.distribution() != null
                    ? map.distribution().label()
                    : null;
            State first = label == null ? null : owners.putIfAbsent(label.value(), state);
            if (label != null && first != null) {
                diagnostics.report(
                        Code.DUPLICATE_LABEL,
                        label,
                        "the \"Label\" " + Quotes.quote(label.value()) + " is already that of the state "
                                + Quotes.quote(first.name()));
            }
        }
    }
}
