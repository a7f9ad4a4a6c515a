package dev.asl4j.compiler.model;

/** The query language of a state or a machine. */
public enum QueryLanguage {
    JSONPATH("JSONPath"),
    JSONATA("JSONata");

    private final String text;

    QueryLanguage(String text) {
        this.text = text;
    }

    /** As a definition writes it. */
    public String text() {
        return text;
    }
}
