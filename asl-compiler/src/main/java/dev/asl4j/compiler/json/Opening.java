package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Location;

/**
 * An object by its opening brace, or in YAML without one by its first character, for what is wrong with it as a whole: marking all of it
 * would show nothing.
 */
public record Opening(JsonObject object) implements Subject {

    @Override
    public Location location() {
        Location whole = object.location();
        return whole.file().character(whole.span().start());
    }

    @Override
    public String pointer() {
        return object.pointer();
    }
}
