package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.work.Order.Fate;
import dev.asl4j.runtime.data.Json;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Draws orders from a seed: a mixture, with few different inputs of each kind, so that an undisturbed run of each content is cheap. */
public final class OrderBook {
    private static final List<Kind> KINDS = List.of(
            new Kind("chain", 4, Fate.END, (input, random) -> {}),
            new Kind("fan-out", 3, Fate.END, (input, random) -> {}),
            new Kind("each-item", 3, Fate.END, OrderBook::items),
            new Kind("patience", 3, Fate.END, (input, random) -> input.put("long", 1 + 3 * random.nextInt(3))),
            new Kind("second-chances", 2, Fate.END, (input, random) -> {}),
            new Kind("callback", 3, Fate.END, OrderBook::answer),
            new Kind("parent", 2, Fate.END, (input, random) -> {}),
            new Kind("distributed", 2, Fate.END, OrderBook::items),
            new Kind("polled", 2, Fate.END, OrderBook::activity),
            new Kind("throttled", 1, Fate.UPDATE, OrderBook::manyItems),
            new Kind("versioned", 2, Fate.END, (input, random) -> input.put("long", 1 + 5 * random.nextInt(2))),
            new Kind("stopped", 2, Fate.STOP, (input, random) -> input.put("rest", 1 + 9 * random.nextInt(2))),
            new Kind("mended", 2, Fate.MEND, (input, random) -> {}),
            new Kind("mended-map", 1, Fate.MEND, OrderBook::breakingItems));
    private static final int TOTAL = KINDS.stream().mapToInt(Kind::weight).sum();
    private static final int VALUES = 4;

    /** So many that the Map Run is under way when it is updated. */
    private static final int MANY = 12;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;
    private int count;

    /** From a seed. */
    public OrderBook(long seed) {
        random = new Random(seed);
    }

    /** The next one. */
    public Order next() {
        int left = random.nextInt(TOTAL);
        Kind kind = KINDS.get(0);
        for (Kind candidate : KINDS) {
            kind = candidate;
            left -= candidate.weight;
            if (left < 0) {
                break;
            }
        }
        int value = random.nextInt(VALUES);
        ObjectNode input = JSON.objectNode().put("value", value).put("ms", value == 0 ? 150 : 10 * value);
        kind.rest.accept(input, random);
        return new Order(kind.machine, kind.machine + "-" + ++count, Json.freeze(input), kind.fate);
    }

    private static void items(ObjectNode input, Random random) {
        ArrayNode items = input.putArray("items");
        int length = 3 + 3 * random.nextInt(2);
        for (int i = 0; i < length; i++) {
            items.add(10 * i);
        }
    }

    private static void manyItems(ObjectNode input, Random random) {
        ArrayNode items = input.putArray("items");
        for (int i = 0; i < MANY; i++) {
            items.add(i);
        }
    }

    private static void activity(ObjectNode input, Random random) {
        input.put("answer", random.nextInt(3) == 0 ? "failure" : "success")
                .put("beats", random.nextInt(4) == 0 ? 6 : 0);
    }

    private static void breakingItems(ObjectNode input, Random random) {
        ArrayNode items = input.putArray("items");
        int length = 4 + 2 * random.nextInt(2);
        for (int i = 0; i < length; i++) {
            items.addObject().put("value", 10 * i).put("breaks", i % 2 == 1);
        }
    }

    private static void answer(ObjectNode input, Random random) {
        input.put("answer", random.nextInt(3) == 0 ? "failure" : "success").put("later", 7 * random.nextInt(3));
    }

    /**
     * A kind of order.
     *
     * @param weight how often it is drawn
     * @param rest adds to the input
     */
    private record Kind(String machine, int weight, Fate fate, BiConsumer<ObjectNode, Random> rest) {}
}
