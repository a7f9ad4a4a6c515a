package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The invoice by hand. */
final class Invoice {
    private static final int DIGITS = 6;
    private static final int LARGE = 500;
    private static final int MANY_PIECES = 6;
    private static final int DEAR = 10;
    private static final int BULKY_LINES = 2;

    private Invoice() {}

    static JsonNode of(JsonNode in) {
        List<String> bulky = new ArrayList<>();
        Map<String, Double> groups = new LinkedHashMap<>();
        double total = 0;
        double dearest = Double.NEGATIVE_INFINITY;
        for (JsonNode part : in.get("parts")) {
            String code = part.get("code").textValue();
            double price = part.get("price").doubleValue();
            double pieces = part.get("pieces").doubleValue();
            double net = price * pieces;
            groups.merge(code.substring(0, code.indexOf('-')), net, Double::sum);
            total += net;
            dearest = Math.max(dearest, net);
            if (pieces > MANY_PIECES && price > DEAR) {
                bulky.add(code);
            }
        }
        if (total <= LARGE || bulky.size() <= BULKY_LINES) {
            throw new IllegalStateException("A receipt is enough.");
        }
        int count = in.get("parts").size();
        ObjectNode invoice = Tree.JSON.objectNode();
        invoice.put("invoice", number(in));
        ObjectNode sums = invoice.putObject("groups");
        groups.forEach(sums::put);
        invoice.put("dearest", dearest);
        invoice.put("bulky", String.join(", ", bulky));
        invoice.put(
                "mean",
                BigDecimal.valueOf(total / count)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .doubleValue());
        JsonNode owner = in.get("owner");
        return invoice.put(
                "greeting",
                "Dear " + owner.get("given").textValue() + " "
                        + owner.get("family").textValue() + ", " + count + " parts");
    }

    private static String number(JsonNode in) {
        String digits = Integer.toString(in.get("number").intValue());
        return in.get("shop").textValue().toUpperCase(Locale.ROOT) + "-"
                + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
