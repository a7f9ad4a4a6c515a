package dev.asl4j.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Changes definitions where decisions say, into ones that are still close to the language. */
final class Mutation {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Scalars at the edges of what a reader takes, and texts that mean something somewhere. */
    private static final List<String> ODD = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "2",
            "1.0",
            "1e0",
            "0.5",
            "99999999",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "-1E-400",
            "123456789012345678901234567890.123456789",
            "true",
            "false",
            "null",
            "\"\"",
            "\" \"",
            "\"$\"",
            "\"$$\"",
            "\"$.\"",
            "\"$.a\"",
            "\"$.a[*]\"",
            "\"$..a\"",
            "\"$x\"",
            "\"$$.Task.Token\"",
            "\"$states\"",
            "\"{% $states.input %}\"",
            "\"{% $x ? $x : 1 %}\"",
            "\"{% true %}\"",
            "\"{% [1, 2] %}\"",
            "\"{% 'a' %}\"",
            "\"{% $exists($x) and $x > 1 %}\"",
            "\"{%%}\"",
            "\"{%\"",
            "\"${A}\"",
            "\"${!A}\"",
            "\"${AWS::Region}\"",
            "\"States.ALL\"",
            "\"States.TaskFailed\"",
            "\"States.UUID()\"",
            "\"States.Array($.a, States.MathAdd(1, $.b))\"",
            "\"JSONata\"",
            "\"JSONPath\"",
            "\"DISTRIBUTED\"",
            "\"EXPRESS\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"a/b~c\"",
            "\"class\"",
            "\"2024-01-01T00:00:00Z\"",
            "\"arn:aws:states:::lambda:invoke.waitForTaskToken\"",
            "\"arn:aws:states:::aws-sdk:s3:getObject\"",
            "\"arn:aws:states:::states:startExecution.sync:2\"",
            "[]",
            "{}");

    private final List<Tree> seeds = new ArrayList<>();
    private final List<String> keys;

    Mutation(List<byte[]> definitions) {
        TreeSet<String> names = new TreeSet<>();
        for (byte[] definition : definitions) {
            try {
                JsonNode root = JSON.readTree(definition);
                if (root.isObject() && root.has("States")) {
                    Tree seed = Tree.of(root);
                    rename(seed);
                    seeds.add(seed);
                    seed.all().forEach(slot -> names.add(slot.key));
                }
            } catch (JsonProcessingException e) {
                // A definition that shows how a fault of syntax is reported.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        keys = List.copyOf(names);
    }

    /** Keys as they are written. */
    private static void rename(Tree tree) {
        tree.all().forEach(slot -> slot.key = TextNode.valueOf(slot.key).toString());
    }

    /** A changed definition as text. */
    String apply(Decisions decisions) {
        Tree tree = seeds.get(decisions.below(seeds.size())).copy();
        for (int changes = 1 + decisions.below(6); changes > 0; changes--) {
            List<Tree.Slot> slots = tree.all();
            if (!slots.isEmpty()) {
                change(tree, slots, slots.get(decisions.below(slots.size())), decisions);
            }
        }
        StringBuilder text = new StringBuilder();
        tree.write(text);
        return text.toString();
    }

    private void change(Tree tree, List<Tree.Slot> slots, Tree.Slot slot, Decisions decisions) {
        switch (decisions.below(12)) {
            case 0 -> slot.value = Tree.scalar(ODD.get(decisions.below(ODD.size())));
            case 1 -> slot.value = piece(decisions);
            case 2 -> slot.key = keys.get(decisions.below(keys.size()));
            case 3 -> swap(slot, slots.get(decisions.below(slots.size())));
            case 4 ->
                slot.value = slots.get(decisions.below(slots.size())).value.copy();
            case 5 -> around(tree, slot).remove(slot);
            case 6 -> around(tree, slot).add(new Tree.Slot(slot.key, slot.value.copy()));
            case 7 -> around(tree, slot).add(new Tree.Slot(keys.get(decisions.below(keys.size())), piece(decisions)));
            case 8 -> nest(slot, decisions);
            case 9 -> slot.value = Tree.scalar(quoted(decisions.text()));
            case 10 -> slot.value = Tree.scalar(edited(slot.value, decisions));
            default -> slot.key = quoted(decisions.text());
        }
    }

    private static void swap(Tree.Slot one, Tree.Slot other) {
        Tree value = one.value.copy();
        one.value = other.value.copy();
        other.value = value;
    }

    private static List<Tree.Slot> around(Tree tree, Tree.Slot slot) {
        if (tree.slots.contains(slot)) {
            return tree.slots;
        }
        return tree.all().stream()
                .map(candidate -> candidate.value.slots)
                .filter(slots -> slots.contains(slot))
                .findFirst()
                .orElse(tree.slots);
    }

    private static void nest(Tree.Slot slot, Decisions decisions) {
        String bracket = decisions.below(2) == 0 ? "[" : "{";
        int depth = decisions.below(8) == 7 ? 300 : 1 + decisions.below(3);
        for (int i = 0; i < depth; i++) {
            slot.value = Tree.around(bracket, slot.key.isEmpty() ? "\"k\"" : slot.key, slot.value);
        }
    }

    /** A value of another definition. */
    private Tree piece(Decisions decisions) {
        List<Tree.Slot> slots = seeds.get(decisions.below(seeds.size())).all();
        return slots.get(decisions.below(slots.size())).value.copy();
    }

    /** A text with another one in it; other scalars become text. */
    private static String edited(Tree value, Decisions decisions) {
        if (!value.isString()) {
            return quoted(value.text());
        }
        String inner = value.text().substring(1, value.text().length() - 1);
        int place = decisions.below(inner.length() + 1);
        String added = quoted(decisions.text());
        int escape = inner.lastIndexOf('\\', place);
        int kept = escape >= 0 && place - escape < 6 ? escape : place;
        return "\"" + inner.substring(0, kept) + added.substring(1, added.length() - 1) + inner.substring(kept) + "\"";
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
