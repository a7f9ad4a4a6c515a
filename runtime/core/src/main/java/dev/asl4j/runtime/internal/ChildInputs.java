package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.dataset.Batch;
import dev.asl4j.runtime.dataset.Batches;
import dev.asl4j.runtime.dataset.DataItem;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemBatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the children of a Map Run are to do, one after the other: the items of the feed, as the selector sees them, in batches. Of a Map
 * Run that is taken up again first what those children are to do that were started and are not in the store.
 */
final class ChildInputs {
    private final Driver driver;
    private final RunningFrame frame;
    private final Distribution distribution;
    private final ItemFeed feed;
    private final MapRun run;
    private final @Nullable Batches batches;
    private final ArrayDeque<Batch> next = new ArrayDeque<>();
    private final ArrayDeque<Before> before = new ArrayDeque<>();
    private final List<JsonNode> collected = new ArrayList<>();
    private int skipped;
    private int itemIndex;
    private int position;

    ChildInputs(Driver driver, RunningFrame frame, Distribution distribution, ItemFeed feed, MapRun run) {
        this.driver = driver;
        this.frame = frame;
        this.distribution = distribution;
        this.feed = feed;
        this.run = run;
        @Nullable ItemBatcher batcher = distribution.batcher();
        batches = batcher == null ? null : new Batches(batcher);
    }

    /** Begins behind children that are all there; the feed leaves out their items. */
    void beginAt(int position, long items) {
        this.position = position;
        itemIndex = (int) items;
    }

    /** The next one was started before: its input is built again if it is missing, otherwise its items are passed by. */
    void startedBefore(int items, boolean isMissing) {
        before.add(new Before(position++, items, isMissing));
    }

    /** What the next child is to do; null if that is not known yet, or there is nothing more. */
    @Nullable
    Next poll() {
        while (!before.isEmpty()) {
            Before child = before.getFirst();
            if (!pass(child)) {
                return null;
            }
            before.remove();
            skipped = 0;
            if (child.isMissing) {
                return again(child);
            }
        }
        while (next.isEmpty()) {
            @Nullable DataItem item = feed.poll();
            if (item == null) {
                @Nullable Batch rest = batches == null || !feed.isDrained() ? null : batches.rest();
                if (rest == null) {
                    return null;
                }
                add(rest);
            } else {
                JsonNode input = select(item);
                add(batches == null ? new Batch(input, 1) : batches.add(input));
            }
        }
        return new Next(position++, next.remove(), false);
    }

    /** All items were given out, and none is missing. */
    void nothingLeft() {
        before.clear();
    }

    /** Whether everything was given out. */
    boolean isExhausted() {
        return feed.isDrained() && next.isEmpty() && before.isEmpty() && (batches == null || batches.isEmpty());
    }

    /** Goes past the items of a child that was started before; gives whether they were all here. */
    private boolean pass(Before child) {
        while (skipped < child.items) {
            @Nullable DataItem item = feed.poll();
            if (item == null) {
                if (feed.isDrained()) {
                    before.clear();
                    throw new StateFailure(
                            ErrorNames.ITEM_READER_FAILED,
                            "There are fewer items than there were at the first reading.");
                }
                return false;
            }
            if (child.isMissing) {
                collected.add(select(item));
            } else {
                itemIndex++;
            }
            skipped++;
        }
        return true;
    }

    private Next again(Before child) {
        Batch batch = batches == null ? new Batch(collected.get(0), 1) : batches.of(collected.toArray(JsonNode[]::new));
        collected.clear();
        driver.quotas().input(batch.input());
        return new Next(child.position, batch, true);
    }

    private void add(@Nullable Batch batch) {
        if (batch != null) {
            driver.quotas().input(batch.input());
            run.executions().pending(1);
            next.add(batch);
        }
    }

    private JsonNode select(DataItem item) {
        return frame.view()
                .select(
                        distribution.processor(),
                        distribution.input(),
                        new Item(itemIndex++, item.value(), item.key(), item.source()));
    }

    /**
     * What a child is to do.
     *
     * @param isAgain whether it was started before
     */
    record Next(int position, Batch batch, boolean isAgain) {}

    private record Before(int position, int items, boolean isMissing) {}
}
