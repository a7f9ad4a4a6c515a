package dev.asl4j.compiler.parse;

import java.util.List;

/** The values of {@code QueryLanguage}. */
final class QueryLanguage {

    static final String JSONPATH = "JSONPath";
    static final String JSONATA = "JSONata";
    static final List<String> NAMES = List.of(JSONPATH, JSONATA);

    private QueryLanguage() {}
}
