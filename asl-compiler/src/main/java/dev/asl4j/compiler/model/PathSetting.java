package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Path;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds a path, where absent and null mean different things: {@code InputPath} and {@code OutputPath}
 * (null: the empty object), {@code ResultPath} (null: the result is dropped). Absent means {@code $}.
 */
public sealed interface PathSetting {

    /** The string; null: there is none. */
    default @Nullable Subject origin() {
        return null;
    }

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** The setting of a field that is not there. */
    static PathSetting absent() {
        return new Absent();
    }

    /** The field is not there. */
    record Absent() implements PathSetting {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.absent();
        }
    }

    /** The field is JSON null. */
    record Null() implements PathSetting {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing();
        }
    }

    /**
     * The field holds a path; of {@code ResultPath} and {@code ItemsPath} it is a reference path.
     *
     * @param origin the string
     */
    record Given(Path path, Subject origin) implements PathSetting {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(path);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R absent();

        R nothing();

        R path(Path path);
    }
}
