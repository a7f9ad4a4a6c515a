package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what references lead to. */
final class References {
    /** Looking for near names takes time, and more of them than this help nobody. */
    private static final int MOST_SUGGESTIONS = 50;

    private final Documents documents;
    private final Diagnostics diagnostics;
    private int suggestions;
    private boolean broken;

    References(Documents documents, Diagnostics diagnostics) {
        this.documents = documents;
        this.diagnostics = diagnostics;
    }

    /** The schema; null: there is none, which was reported. */
    SchemaDocument.@Nullable Place resolve(SchemaDocument.Place from, JsonString reference) {
        Optional<URI> parsed = Uris.parse(reference.value());
        if (parsed.isEmpty()) {
            diagnostics.report(
                    Code.UNKNOWN_SCHEMA,
                    reference,
                    Quotes.quote(reference.value()) + " is not a reference",
                    reference.value().indexOf(' ') >= 0
                            ? "a blank is written \"%20\" in a reference"
                            : "a reference is a path, a pointer, or both: \"order.json#/$defs/line\"");
            return null;
        }
        broken = false;
        URI uri = parsed.get();
        String fragment = Uris.fragment(reference.value());
        SchemaDocument.Place place = inside(from, uri, fragment);
        if (place != null) {
            return place;
        }
        SchemaDocument.Place whole = whole(from, uri);
        if (whole == null) {
            if (!broken) { // why it cannot be read was reported in it
                reportDocument(from, reference, uri);
            }
            return null;
        }
        documents.use(whole.document());
        return part(whole, fragment, reference);
    }

    /** Anchors, and references that are names. */
    private SchemaDocument.@Nullable Place inside(SchemaDocument.Place from, URI uri, String fragment) {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return null;
        }
        String absolute = Uris.withoutFragment(Uris.resolve(from.base(), uri)) + "#" + fragment;
        SchemaDocument.Place place = from.document().named().get(absolute);
        if (place == null && !uri.toString().startsWith("#")) {
            SchemaDocument.Place whole = whole(from, uri); // reads the file, so that its names are known
            place = whole == null ? null : whole.document().named().get(whole.base() + "#" + fragment);
        }
        if (place != null) {
            documents.use(place.document());
        }
        return place;
    }

    /** The document, or a part of one that has a name of its own. */
    private SchemaDocument.@Nullable Place whole(SchemaDocument.Place from, URI uri) {
        URI own = Uris.ofFile(from.document().path());
        String absolute = Uris.withoutFragment(Uris.resolve(from.base(), uri)).toString();
        boolean isOwn = absolute.equals(from.base().toString()) && from.base().equals(own);
        SchemaDocument.Place place =
                isOwn ? from.document().whole() : from.document().named().get(absolute);
        for (URI base : List.of(from.base(), own, Uris.ofFile(SchemaFile.FOLDER + "/"))) {
            if (place == null) {
                place = file(from, Uris.path(Uris.resolve(base, uri)).orElse(""));
            }
        }
        return place == null ? documents.byName(absolute) : place;
    }

    /** Apart from files with schemas only the document itself: what others have that are no schemas as a whole is their own. */
    private SchemaDocument.@Nullable Place file(SchemaDocument.Place from, String path) {
        boolean isReached =
                SchemaFile.isOne(path) || path.equals(from.document().path());
        SchemaDocument document = isReached ? documents.byPath(path) : null;
        if (document == null) {
            return null;
        }
        SchemaDocument.Place whole = document.whole();
        return whole == null ? unread(document) : whole;
    }

    /** A file that is there but broken is not reported as missing. */
    private SchemaDocument.@Nullable Place unread(SchemaDocument document) {
        documents.use(document);
        broken = true;
        return null;
    }

    private SchemaDocument.@Nullable Place part(SchemaDocument.Place whole, String fragment, JsonString reference) {
        if (fragment.isEmpty()) {
            return whole;
        }
        SchemaDocument.Place place = fragment.startsWith("/") ? SchemaDocument.at(whole, fragment) : null;
        if (place == null) {
            String message = "there is no schema at " + Quotes.quote("#" + fragment) + " of "
                    + Quotes.plain(whole.document().path());
            String hint = suggestions++ < MOST_SUGGESTIONS ? nearDefinition(whole, fragment) : null;
            diagnostics.report(Code.UNKNOWN_SCHEMA, reference, message, hint);
        }
        return place;
    }

    private static @Nullable String nearDefinition(SchemaDocument.Place whole, String fragment) {
        for (String folder : List.of("$defs", "definitions")) {
            if (whole.value() instanceof JsonObject root && root.get(folder) instanceof JsonObject definitions) {
                List<String> there = definitions.members().stream()
                        .map(member -> "#/" + folder + "/" + member.name())
                        .toList();
                String last = "#/" + folder + fragment.substring(Math.max(0, fragment.lastIndexOf('/')));
                if (there.contains(last)) {
                    return "did you mean " + Quotes.quote(last) + "?";
                }
                String near = Suggestions.didYouMean("#" + fragment, there);
                if (near != null) {
                    return near;
                }
            }
        }
        return null;
    }

    private void reportDocument(SchemaDocument.Place from, JsonString reference, URI uri) {
        URI absolute = Uris.withoutFragment(Uris.resolve(from.base(), uri));
        Optional<String> path = Uris.path(absolute);
        if (path.isEmpty() && uri.isAbsolute()) {
            String message = Quotes.quote(absolute.toString()) + " is no file of this project, and nothing is fetched";
            String hint = "put the schema into the folder \"" + SchemaFile.FOLDER
                    + "\", where it goes by its \"$id\" or by its path";
            diagnostics.report(Code.REMOTE_SCHEMA, reference, message, hint);
            return;
        }
        String file = Uris.withoutFragment(uri).toString();
        List<String> there = documents.paths().stream()
                .map(known -> known.substring(SchemaFile.FOLDER.length() + 1))
                .toList();
        String near = suggestions++ < MOST_SUGGESTIONS ? Suggestions.didYouMean(file, there) : null;
        String hint = near == null
                ? "references are relative to the file they stand in, or to the folder \"" + SchemaFile.FOLDER + "\""
                : near;
        diagnostics.report(
                Code.UNKNOWN_SCHEMA, reference, "there is no file " + Quotes.quote(file) + " with a schema", hint);
    }
}
