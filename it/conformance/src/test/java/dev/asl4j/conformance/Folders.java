package dev.asl4j.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Folders that the build was told of. */
final class Folders {
    private Folders() {}

    /** The folder that a system property names; a relative one is meant where Maven was called, not in this module. */
    static Path given(String property) {
        return Path.of(System.getProperty("asl4j.calledFrom", "")).resolve(System.getProperty(property, ""));
    }

    /** The folder with definitions, good and bad; empty: there is none. */
    static Optional<Path> definitions() {
        if (!System.getProperty("asl4j.definitions", "").isBlank()) {
            return Optional.of(given("asl4j.definitions"));
        }
        Path beside = given("asl4j.conformance").resolve("definitions");
        return System.getProperty("asl4j.conformance", "").isBlank() || !Files.isDirectory(beside)
                ? Optional.empty()
                : Optional.of(beside);
    }
}
