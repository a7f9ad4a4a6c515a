package dev.asl4j.compiler.document;

import dev.asl4j.compiler.naming.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What links inside of a page lead to. The names are made of letters, digits and hyphens, and no two are alike. */
final class Anchors {
    private static final int LONGEST = 60;

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The anchor of a state. */
    String state(String name) {
        return anchor("state", name, name);
    }

    /** The anchor of a task. */
    String task(String method, String name) {
        return anchor("task", method, name);
    }

    /** The anchor of a type. */
    String type(String id, String name) {
        return anchor("type", id, name);
    }

    private String anchor(String kind, String id, String name) {
        return given.computeIfAbsent(kind + " " + id, key -> claim(kind, name));
    }

    private String claim(String kind, String name) {
        StringBuilder wish = new StringBuilder(kind);
        for (String word : Words.of(name)) {
            String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            if (!plain.isEmpty() && wish.length() + plain.length() < LONGEST) {
                wish.append('-').append(plain);
            }
        }
        String anchor = wish.toString();
        for (int number = 2; !taken.add(anchor); number++) {
            anchor = wish + "-" + number;
        }
        return anchor;
    }

    /** The place that links to an anchor lead to. */
    static String mark(String anchor) {
        return "<a id=\"" + anchor + "\"></a>";
    }

    /** A link to a state of this page. */
    String toState(String name) {
        return Markdown.link(Markdown.code(name), "#" + state(name));
    }
}
