package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.EventCounts;
import dev.asl4j.compiler.budget.Events;
import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Distribution;
import java.util.Set;

/** Says how many events an execution of a machine without loops takes, and how many items of a Map state fill the history. */
final class EventCountCheck implements Check {

    @Override
    public Set<Code> rules() {
        return Set.of(Code.EVENT_COUNT);
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        if (machine.executions() == Distribution.ExecutionType.EXPRESS) {
            return; // it has no such history
        }
        new EventCounts()
                .of(machine.definition())
                .ifPresent(events -> diagnostics.report(
                        Code.EVENT_COUNT,
                        machine.definition().main().statesOrigin(),
                        "an execution that succeeds takes " + EventWords.of(events)
                                + ", retries and caught errors not counted" + items(events)));
    }

    private static String items(Events events) {
        if (events.perItem().size() != 1 || events.most() >= EventWords.LIMIT) {
            return "";
        }
        Events.PerItem each = events.perItem().get(0);
        long fewest = items(events.most(), each.most());
        long most = items(events.least(), each.least());
        return ": it reaches " + Figures.count(EventWords.LIMIT) + " events, where AWS ends it, with "
                + EventWords.range(fewest, most) + " items of " + Quotes.quote(each.state());
    }

    private static long items(long others, long each) {
        return (EventWords.LIMIT - others - 1) / each + 1;
    }
}
