package dev.asl4j.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON to be changed, also to what no library would write: with keys twice, and with scalars that are none. */
final class Tree {
    /** A key with its value, in objects; the keys of elements are empty. */
    static final class Slot {
        String key;
        Tree value;

        Slot(String key, Tree value) {
            this.key = key;
            this.value = value;
        }
    }

    /** An opening bracket, or the scalar as it is written. */
    private final String text;

    final List<Slot> slots = new ArrayList<>();

    private Tree(String text) {
        this.text = text;
    }

    static Tree of(JsonNode node) {
        Tree tree = new Tree(node.isObject() ? "{" : node.isArray() ? "[" : node.toString());
        if (node.isObject()) {
            node.properties().forEach(member -> tree.slots.add(new Slot(member.getKey(), of(member.getValue()))));
        } else {
            node.forEach(element -> tree.slots.add(new Slot("", of(element))));
        }
        return tree;
    }

    static Tree scalar(String text) {
        return new Tree(text);
    }

    static Tree around(String bracket, String key, Tree inner) {
        Tree tree = new Tree(bracket);
        tree.slots.add(new Slot(key, inner));
        return tree;
    }

    boolean isObject() {
        return text.equals("{");
    }

    boolean isString() {
        return text.startsWith("\"");
    }

    /** The scalar as it is written. */
    String text() {
        return text;
    }

    Tree copy() {
        Tree copy = new Tree(text);
        slots.forEach(slot -> copy.slots.add(new Slot(slot.key, slot.value.copy())));
        return copy;
    }

    /** The slots of this tree and of those inside. */
    List<Slot> all() {
        List<Slot> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Slot> all) {
        for (Slot slot : slots) {
            all.add(slot);
            slot.value.collect(all);
        }
    }

    void write(StringBuilder out) {
        out.append(text);
        boolean first = true;
        for (Slot slot : slots) {
            out.append(first ? "" : ",");
            if (isObject()) {
                out.append(slot.key).append(':');
            }
            slot.value.write(out);
            first = false;
        }
        out.append(isObject() ? "}" : text.equals("[") ? "]" : "");
    }
}
