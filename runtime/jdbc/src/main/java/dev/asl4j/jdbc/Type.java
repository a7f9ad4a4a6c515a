package dev.asl4j.jdbc;

/** The types of columns. */
enum Type {
    LONG("bigint"),
    INT("integer"),
    BOOLEAN("boolean"),
    /** A string, see {@link Texts}. */
    TEXT("text"),
    /** JSON, or a reference to a payload, see {@link Payloads}. */
    JSON("text");

    private final String postgres;

    Type(String postgres) {
        this.postgres = postgres;
    }

    /** Its name in PostgreSQL. */
    String postgres() {
        return postgres;
    }
}
