package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from the events of the YAML parser. */
final class YamlTree {

    private final SourceFile file;
    private final CodePoints codePoints;
    private final YamlEvents events;
    private final Diagnostics diagnostics;
    private final Anchors anchors;
    private final YamlScalars scalars;
    private int depth;

    /** Where the value that was read last ends. */
    private int last;

    YamlTree(SourceFile file, CodePoints codePoints, Diagnostics diagnostics) {
        this.file = file;
        this.codePoints = codePoints;
        this.events = new YamlEvents(file, codePoints);
        this.diagnostics = diagnostics;
        this.anchors = new Anchors();
        this.scalars = new YamlScalars(file, diagnostics);
    }

    /** The only document of the file. */
    JsonValue document() {
        events.next(); // the start of the stream
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw fault(Code.SYNTAX_ERROR, new Span(0, 0), JsonPointer.ROOT, "the file is empty", null);
        }
        JsonValue root = node(events.next(), JsonPointer.ROOT);
        events.next(); // the end of the document
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            int start = start(after);
            String message = "a second document starts here; a file holds one";
            diagnostics.report(
                    Code.TRAILING_TEXT,
                    file.location(start, Math.min(start + 3, file.text().length())),
                    "",
                    message,
                    null);
        }
        return root;
    }

    private JsonValue node(Event event, JsonPointer place) {
        return switch (event.getEventId()) {
            case Alias -> alias((AliasEvent) event, place);
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                JsonValue value = scalars.value(scalar, properties(scalar), end(scalar), place);
                last = value.location().span().end();
                yield named(scalar, value);
            }
            case SequenceStart -> sequence((SequenceStartEvent) event, place);
            case MappingStart -> mapping((MappingStartEvent) event, place);
            case Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new IllegalStateException("the YAML parser gave no value but " + event);
        };
    }

    private JsonArray sequence(SequenceStartEvent event, JsonPointer place) {
        YamlProperties properties = properties(event);
        scalars.checkTag(event.getTag(), YamlScalars.Kind.SEQUENCE, properties, place);
        open(event, properties, place);
        List<JsonValue> elements = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            elements.add(node(next, place.at(elements.size())));
            next = events.next();
        }
        Location location = close(event, next, properties);
        return named(event, new JsonArray(elements, location, place));
    }

    private JsonObject mapping(MappingStartEvent event, JsonPointer place) {
        YamlProperties properties = properties(event);
        scalars.checkTag(event.getTag(), YamlScalars.Kind.MAPPING, properties, place);
        open(event, properties, place);
        YamlMembers members = new YamlMembers(place, anchors, diagnostics);
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            JsonString key = key(next, place);
            boolean merge = isMerge(next);
            // What is merged gets its places when it is known which of its members count.
            JsonValue value = node(events.next(), merge ? place.closed() : key.place());
            if (merge) {
                members.merge(key, value, depth - 1);
            } else {
                members.add(key, value);
            }
            next = events.next();
        }
        Location location = close(event, next, properties);
        return named(event, new JsonObject(members.all(), location, place));
    }

    /** The merge key is no part of YAML 1.2, but what everybody reads YAML with knows it. */
    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag().isEmpty()
                && scalar.getValue().equals("<<");
    }

    private JsonString key(Event event, JsonPointer place) {
        int start = start(event);
        if (event instanceof ScalarEvent scalar) {
            YamlProperties properties = properties(scalar);
            scalars.checkTag(scalar.getTag(), YamlScalars.Kind.KEY, properties, place);
            if (scalar.isPlain() && scalar.getValue().isEmpty()) {
                throw fault(Code.SYNTAX_ERROR, new Span(start, start), place, "a key is missing here", null);
            }
            JsonString key = scalars.string(scalar, properties, end(scalar), place.at(scalar.getValue()));
            anchors.end(scalar.getAnchor(), key);
            return key;
        }
        if (event instanceof AliasEvent alias && alias(alias, place) instanceof JsonString named) {
            return new JsonString(named.value(), named.location(), place.at(named.value()), named.spelling());
        }
        String hint = file.text().startsWith("{", start) || file.text().startsWith("[", start)
                ? "put it in quotes if it is meant as text"
                : null;
        throw fault(Code.SYNTAX_ERROR, span(event), place, "a key must be a string", hint);
    }

    private JsonValue alias(AliasEvent event, JsonPointer place) {
        String name = event.getAlias().getValue();
        last = end(event);
        return anchors.copy(name, span(event), depth, place);
    }

    private <T extends JsonValue> T named(NodeEvent event, T value) {
        anchors.end(event.getAnchor(), value);
        return value;
    }

    private void open(NodeEvent event, YamlProperties properties, JsonPointer place) {
        anchors.start(event.getAnchor());
        int start = properties.content();
        last = Math.min(start + 1, file.text().length()); // an empty sequence "-" has no value
        if (++depth > JsonReader.MAX_DEPTH) {
            throw Anchors.tooDeep(file.character(start).span(), place);
        }
    }

    /** From the bracket to its counterpart; in blocks to the end of the last value. */
    private Location close(CollectionStartEvent event, Event end, YamlProperties properties) {
        depth--;
        last = event.isFlow() ? end(end) : last;
        return file.location(properties.content(), last);
    }

    private YamlProperties properties(NodeEvent event) {
        return YamlProperties.of(file.text(), start(event));
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    private Span span(Event event) {
        return new Span(start(event), Math.max(start(event), end(event)));
    }

    private int offset(Optional<Mark> mark) {
        return mark.map(place -> codePoints.offset(place.getIndex())).orElse(0);
    }

    private static SyntaxFault fault(Code code, Span span, JsonPointer place, String message, @Nullable String hint) {
        return new SyntaxFault(code, span, place, message, hint);
    }
}
