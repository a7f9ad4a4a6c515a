package dev.asl4j.crash;

import dev.asl4j.crash.child.Place;
import java.io.IOException;
import java.nio.file.Path;

/** A database of the harness's own, gone when it is closed. */
interface Database extends AutoCloseable {
    /** The databases there are. */
    enum Kind {
        MEMORY,
        SQLITE,
        POSTGRESQL;

        /** A new one, in or beside that folder. */
        Database create(Path folder) throws IOException, InterruptedException {
            return switch (this) {
                case MEMORY -> () -> new Place(Place.Kind.MEMORY, "");
                case SQLITE ->
                    () -> new Place(
                            Place.Kind.SQLITE, folder.resolve("executions.db").toString());
                case POSTGRESQL -> PostgresServer.create();
            };
        }
    }

    /** Where it is. */
    Place place();

    @Override
    default void close() throws IOException {}
}
