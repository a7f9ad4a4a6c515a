package dev.asl4j.runtime.dataset;

import dev.asl4j.runtime.data.Json;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A JSON value on each line; blank lines do not count. */
final class JsonLineItems implements ItemSource {
    private final Lines lines;
    private final String source;

    JsonLineItems(InputStream text, String source) {
        lines = new Lines(text);
        this.source = source;
    }

    @Override
    public @Nullable DataItem next() throws IOException {
        @Nullable String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        try {
            return DataItem.of(Json.parse(line), source);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
