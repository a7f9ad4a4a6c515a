package dev.asl4j.conformance;

import java.nio.file.Path;

/** Folders that the build was told of. */
final class Folders {
    private Folders() {}

    /** The folder that a system property names; a relative one is meant where Maven was called, not in this module. */
    static Path given(String property) {
        return Path.of(System.getProperty("asl4j.calledFrom", "")).resolve(System.getProperty(property, ""));
    }
}
