package dev.asl4j.maven;

import java.util.List;

/**
 * What a build had to tell.
 *
 * @param root what the paths in the messages are relative to, absolute
 * @param report the digest of the report for other tools; empty: nobody wanted one
 * @param messages what it said
 */
record Told(String root, String report, List<Message> messages) {

    static final Told NOTHING = new Told("", "", List.of());

    Told {
        messages = List.copyOf(messages);
    }
}
