package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.Decoded;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document in YAML 1.2 into the tree that JSON gives: by the core schema, and keys are strings whatever they look like. Never
 * throws for what is wrong with the text: reports it. Of faults of syntax only the first is reported; of repeated keys and tags all are.
 */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads a file.
     *
     * @param path the path as diagnostics show it
     * @param content its bytes, which have to be UTF-8
     * @return the value; null if there is none, which was reported then
     */
    public static @Nullable JsonValue read(String path, byte[] content, Diagnostics diagnostics) {
        Decoded decoded = Decoded.utf8(path, content);
        // YAML has the byte order mark (section 5.2), so that one is no fault here.
        return Encoding.isBroken(decoded, diagnostics) ? null : read(decoded.file(), diagnostics);
    }

    /**
     * Reads a text.
     *
     * @return the value; null if there is none, which was reported then
     */
    public static @Nullable JsonValue read(SourceFile file, Diagnostics diagnostics) {
        String text = file.text();
        if (text.length() > JsonReader.MAX_LENGTH) {
            Encoding.reportLength(file, diagnostics);
            return null;
        }
        try {
            return new YamlTree(file, new CodePoints(text), diagnostics).document();
        } catch (SyntaxFault fault) {
            Location location = new Location(file, fault.span());
            diagnostics.report(fault.code(), location, fault.place().toString(), fault.message(), fault.hint());
            return null;
        }
    }
}
