package dev.asl4j.compiler.schema;

import java.util.Optional;

/** Versions of JSON Schema. */
enum Draft {
    /** Where a reference makes all that stands beside it void. */
    DRAFT_07("http://json-schema.org/draft-07/schema"),
    /** What a schema is written in that does not say. */
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema");

    private final String uri;

    Draft(String uri) {
        this.uri = uri;
    }

    /** What {@code $schema} says of it. */
    String uri() {
        return uri;
    }

    /** The version of that {@code $schema}; empty: one that is not read. */
    static Optional<Draft> of(String uri) {
        String bare = uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri;
        for (Draft draft : values()) {
            if (bare.equals(draft.uri) || bare.equals(draft.uri.replace("http:", "https:"))) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }
}
