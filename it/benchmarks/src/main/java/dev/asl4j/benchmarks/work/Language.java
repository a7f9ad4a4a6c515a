package dev.asl4j.benchmarks.work;

/** In which query language a definition is. */
public enum Language {
    JSONPATH,
    JSONATA
}
