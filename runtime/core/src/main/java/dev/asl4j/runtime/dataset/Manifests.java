package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.ObjectNames.ObjectName;
import dev.asl4j.runtime.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Manifests, which name the objects that hold the items.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">S3 inventory</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">Athena data manifests</a>
 */
final class Manifests {
    private static final String BUCKET_ARN = "arn:[^:]+:s3:::(.+)";
    private static final Pattern ARN = Pattern.compile(BUCKET_ARN);
    private static final Pattern URI = Pattern.compile("[sS]3://([^/]+)/(.+)");

    private Manifests() {}

    /** The manifest of an S3 inventory: JSON with {@code fileFormat}, {@code fileSchema}, {@code destinationBucket} and {@code files}. */
    static ItemSource inventory(InputStream stream, String bucket, ObjectStore store) throws IOException {
        JsonNode manifest = json(stream);
        String format = manifest.path("fileFormat").asText();
        if (!format.equals("CSV")) {
            throw new IOException("The files of an S3 inventory must have the format CSV, not \"" + format + "\".");
        }
        List<String> headers = new ArrayList<>();
        for (String header : manifest.path("fileSchema").asText().split(",", -1)) {
            headers.add(header.strip());
        }
        Matcher arn = ARN.matcher(manifest.path("destinationBucket").asText());
        String destination = arn.matches() ? arn.group(1) : bucket;
        List<ObjectName> files = new ArrayList<>();
        for (JsonNode file : manifest.path("files")) {
            files.add(new ObjectName(destination, file.path("key").asText()));
        }
        return new FlattenedItems(names(files), ObjectItems.inventory(store, headers));
    }

    /** A data manifest of Athena: an S3 URI on each line. */
    static ObjectNames athena(InputStream stream) {
        Lines lines = new Lines(stream);
        return new ObjectNames() {
            @Override
            public @Nullable ObjectName next() throws IOException {
                @Nullable String line = lines.next();
                while (line != null && line.isBlank()) {
                    line = lines.next();
                }
                if (line == null) {
                    return null;
                }
                Matcher uri = URI.matcher(line.strip());
                if (!uri.matches()) {
                    throw new IOException("The manifest has a line that is not an S3 URI: " + line);
                }
                return new ObjectName(uri.group(1), uri.group(2));
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    private static JsonNode json(InputStream stream) throws IOException {
        try (JsonParser parser = Json.parser(stream)) {
            if (parser.nextToken() == null) {
                throw new IOException("The manifest is empty.");
            }
            return Json.read(parser);
        } catch (JacksonException e) {
            throw new IOException("The manifest is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNames names(List<ObjectName> all) {
        Iterator<ObjectName> rest = all.iterator();
        return new ObjectNames() {
            @Override
            public @Nullable ObjectName next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
