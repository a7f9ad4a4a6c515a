package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.SourceFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The events of the YAML parser, whose faults become ours: also those that are its own. The parser is put together here, not by {@code
 * Parse} of its library, because that does not tell where the reader stands, and of some faults nothing else says it.
 */
final class YamlEvents {

    private final YamlFaults faults;
    private final CodePoints codePoints;
    private final StreamReader reader;
    private final ParserImpl parser;

    YamlEvents(SourceFile file, CodePoints codePoints) {
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(file.text().length() + 1) // a small buffer is copied each time it grows
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.faults = new YamlFaults(file, codePoints);
        this.codePoints = codePoints;
        this.reader = new StreamReader(settings, file.text());
        this.parser = new ParserImpl(settings, reader);
    }

    Event next() {
        try {
            return parser.next();
        } catch (YamlEngineException fault) {
            throw faults.translate(fault, reached());
        } catch (NumberFormatException fault) { // what it gives to parseInt is not always a number
            throw faults.unreadable(reached());
        }
    }

    private int reached() {
        return codePoints.offset(reader.getIndex());
    }
}
