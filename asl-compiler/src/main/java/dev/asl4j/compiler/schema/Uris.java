package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What schemas are called, and how references to them are made absolute (RFC 3986). */
final class Uris {
    /** The scheme of what has no other name than its path. */
    private static final String FILE = "asl";

    private Uris() {}

    /** The URI of a file that gives itself none: {@code asl:/schemas/order.json}. */
    static URI ofFile(String path) {
        try {
            return new URI(FILE, null, "/" + path, null);
        } catch (URISyntaxException e) {
            return URI.create(FILE + ":/");
        }
    }

    /** The path of a file by its URI; empty: it is none of a file. Nothing is above the source root. */
    static Optional<String> path(URI uri) {
        String path = uri.getPath();
        return FILE.equals(uri.getScheme()) && path != null && path.startsWith("/")
                ? Optional.of(path.replaceFirst("^(/\\.\\.)*/", ""))
                : Optional.empty();
    }

    /** What references inside of a schema are relative to. */
    static URI baseOf(JsonValue schema, URI around) {
        if (schema instanceof JsonObject object && object.get("$id") instanceof JsonString id) {
            return parse(id.value())
                    .map(own -> withoutFragment(resolve(around, own)))
                    .orElse(around);
        }
        return around;
    }

    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Java goes by an older standard, in which an empty reference means the folder, and names ({@code urn:}) have no fragments. */
    static URI resolve(URI base, URI reference) {
        String text = reference.toString();
        if (text.isEmpty() || text.startsWith("#")) {
            return URI.create(withoutFragment(base) + text);
        }
        return base.resolve(reference).normalize();
    }

    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int mark = text.indexOf('#');
        return mark < 0 ? uri : URI.create(text.substring(0, mark));
    }

    /** What stands behind the number sign, decoded; empty: nothing, or there is none. */
    static String fragment(String reference) {
        return parse(reference)
                .map(URI::getFragment)
                .orElse(reference.contains("#") ? reference.substring(reference.indexOf('#') + 1) : "");
    }
}
