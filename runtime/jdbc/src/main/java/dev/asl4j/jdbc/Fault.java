package dev.asl4j.jdbc;

/** What an error of the database says about trying again. */
enum Fault {
    /** The database is away, busy or full: the same may succeed later. */
    AWAY,
    /** Another transaction was in the way: the same will succeed at once. */
    CONFLICT,
    /** The database will never take these data. */
    DATA
}
