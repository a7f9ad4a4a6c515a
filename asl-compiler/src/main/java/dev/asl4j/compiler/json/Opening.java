package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Location;

/** An object by its opening brace, for what is wrong with it as a whole: marking all of it would show nothing. */
public record Opening(JsonObject object) implements Subject {

    @Override
    public Location location() {
        int start = object.location().span().start();
        return object.location().file().location(start, start + 1);
    }

    @Override
    public String pointer() {
        return object.pointer();
    }
}
