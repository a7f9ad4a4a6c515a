package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.graph.Ways;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of events in the history of an execution: from {@code least} to {@code most}, depending on the way that it takes, and more for
 * each item of inline Map states. Sums that do not fit stay at the greatest number.
 *
 * @param perItem what each item adds; items of a Map state inside another count over all items of the outer one
 */
public record Events(long least, long most, List<PerItem> perItem) {

    /** Copies the list. */
    public Events {
        perItem = List.copyOf(perItem);
    }

    /**
     * What each item of an inline Map state adds.
     *
     * @param state the name of the Map state
     * @param least on the shortest way of an item
     * @param most on the longest
     */
    public record PerItem(String state, long least, long most) {}

    static Events exactly(long number) {
        return new Events(number, number, List.of());
    }

    /** Whether the number is known but for the numbers of items. */
    public boolean isExact() {
        return least == most && perItem.stream().allMatch(each -> each.least() == each.most());
    }

    /** All of some numbers. */
    static Events sum(List<Events> parts) {
        long least = 0;
        long most = 0;
        List<PerItem> perItem = new ArrayList<>();
        for (Events part : parts) {
            least = Ways.plus(least, part.least);
            most = Ways.plus(most, part.most);
            perItem.addAll(part.perItem);
        }
        return new Events(least, most, perItem);
    }

    /** These for each item of a Map state. */
    Events forEachItemOf(String state) {
        List<PerItem> all = new ArrayList<>();
        all.add(new PerItem(state, least, most));
        all.addAll(perItem);
        return new Events(0, 0, all);
    }
}
