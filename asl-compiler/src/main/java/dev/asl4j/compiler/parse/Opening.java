package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.source.Location;

/** An object that is not the value of a field, by its opening brace: marking all of a definition would show nothing. */
record Opening(JsonObject object) implements Subject {

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
