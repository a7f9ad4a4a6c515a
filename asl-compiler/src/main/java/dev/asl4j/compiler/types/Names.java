package dev.asl4j.compiler.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the names that an expression reads and does not bind itself. */
public interface Names {

    /** The types of a variable of the state machine, among them UNDEFINED if it may not be assigned yet; null: there is none of that name. */
    @Nullable
    ValueTypes variable(String name);

    /**
     * The types of a member of {@code $states}.
     *
     * @param path the names that lead to it, for example {@code context}, {@code State}, {@code Name}
     */
    ValueTypes states(List<String> path);

    /** Nothing is known of any variable. */
    static Names unknown() {
        return new Names() {
            @Override
            public ValueTypes variable(String name) {
                return ValueTypes.ALL;
            }

            @Override
            public ValueTypes states(List<String> path) {
                return StatesTypes.of(path);
            }
        };
    }
}
