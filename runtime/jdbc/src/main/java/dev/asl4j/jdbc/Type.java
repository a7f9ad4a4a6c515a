package dev.asl4j.jdbc;

import java.sql.Types;

/** The types of columns. */
enum Type {
    LONG("bigint", Types.BIGINT),
    INT("integer", Types.INTEGER),
    BOOLEAN("boolean", Types.BOOLEAN),
    /** A string, see {@link Texts}. */
    TEXT("text", Types.VARCHAR),
    /** JSON, or a reference to a payload, see {@link Payloads}. */
    JSON("text", Types.VARCHAR);

    private final String postgres;
    private final int jdbc;

    Type(String postgres, int jdbc) {
        this.postgres = postgres;
        this.jdbc = jdbc;
    }

    /** Its number in {@link Types}. */
    int jdbc() {
        return jdbc;
    }

    /** Its name in PostgreSQL. */
    String postgres() {
        return postgres;
    }
}
