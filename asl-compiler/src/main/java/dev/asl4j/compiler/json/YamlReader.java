package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.Decoded;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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
        CodePoints codePoints = new CodePoints(text);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setBufferSize(text.length() + 1) // a small buffer is copied each time it grows
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();
            return new YamlTree(
                            file,
                            codePoints,
                            new Parse(settings).parseString(text).iterator(),
                            diagnostics)
                    .document();
        } catch (SyntaxFault fault) {
            report(fault, file, diagnostics);
        } catch (YamlEngineException fault) {
            report(new YamlFaults(file, codePoints).translate(fault), file, diagnostics);
        }
        return null;
    }

    private static void report(SyntaxFault fault, SourceFile file, Diagnostics diagnostics) {
        Location location = new Location(file, fault.span());
        diagnostics.report(fault.code(), location, fault.place().toString(), fault.message(), fault.hint());
    }
}
