package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Events;
import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.diagnostic.Quotes;

/** Numbers of events in messages. */
final class EventWords {

    /** How many events a history on AWS has at most; the last one says so. */
    static final long LIMIT = 25_000;

    private static final int SHOWN = 3;

    private EventWords() {}

    /** {@code 9 events}, {@code 9 to 14 events}, {@code at least 9 events}; {@code , and 7 more for each item of "Each"}. */
    static String of(Events events) {
        StringBuilder words = new StringBuilder(range(events.least(), events.most())).append(" events");
        events.perItem().stream()
                .limit(SHOWN)
                .forEach(each -> words.append(", and ")
                        .append(range(each.least(), each.most()))
                        .append(" more for each item of ")
                        .append(Quotes.quote(each.state())));
        if (events.perItem().size() > SHOWN) {
            words.append(", and more for the items of other Map states");
        }
        return words.toString();
    }

    static String range(long least, long most) {
        if (least == most) {
            return Figures.count(least);
        }
        return most == Long.MAX_VALUE
                ? "at least " + Figures.count(least)
                : Figures.count(least) + " to " + Figures.count(most);
    }
}
