package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.Span;

/** The spellings of strings in YAML. The scalar is only taken apart when somebody asks for a place in it. */
enum YamlSpelling implements Spelling {
    /** Plain, or in single or double quotation marks. */
    FLOW {
        @Override
        Pieces pieces(JsonString string, String text, Span span) {
            return FlowScalar.pieces(text, span.start(), span.end());
        }
    },

    /** A literal or folded block. */
    BLOCK {
        @Override
        Pieces pieces(JsonString string, String text, Span span) {
            return BlockScalar.pieces(text, span.start(), span.end(), string.value());
        }
    };

    abstract Pieces pieces(JsonString string, String text, Span span);

    @Override
    public Location locate(JsonString string, int from, int to) {
        Location location = string.location();
        Pieces pieces = pieces(string, location.file().text(), location.span());
        return pieces.text().equals(string.value())
                ? new Location(location.file(), pieces.origin(from, to))
                : location; // the reader and we do not agree; better no place than a wrong one
    }
}
