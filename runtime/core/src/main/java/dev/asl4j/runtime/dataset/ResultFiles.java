package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ResultWriter.OutputType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one kind, split when they become too large. */
final class ResultFiles implements Closeable {
    /** Takes a complete file. */
    @FunctionalInterface
    interface Upload {
        void accept(String key, Spool spool) throws IOException;
    }

    private static final byte[] OPEN = "[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] COMMA = ",".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "]".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.UTF_8);

    private final String keyStart;
    private final OutputType type;
    private final Upload upload;
    private final long largest;
    private final List<JsonNode> complete = new ArrayList<>();
    private @Nullable Spool current;

    ResultFiles(String keyStart, OutputType type, Upload upload, long largest) {
        this.keyStart = keyStart;
        this.type = type;
        this.upload = upload;
        this.largest = largest;
    }

    void add(JsonNode entry) throws IOException {
        byte[] bytes = Json.write(entry).getBytes(StandardCharsets.UTF_8);
        if (current != null && current.size() + bytes.length + 2 > largest) {
            complete(current);
        }
        if (current == null) {
            current = new Spool();
            current.write(type == OutputType.JSON ? OPEN : new byte[0]);
        } else if (type == OutputType.JSON) {
            current.write(COMMA);
        }
        current.write(bytes);
        if (type == OutputType.JSONL) {
            current.write(LINE_END);
        }
    }

    /** Completes the last file; gives the key and the size of each. */
    JsonNode finish() throws IOException {
        if (current != null) {
            complete(current);
        }
        return Json.array(complete.toArray(JsonNode[]::new));
    }

    private void complete(Spool spool) throws IOException {
        if (type == OutputType.JSON) {
            spool.write(CLOSE);
        }
        String key = keyStart + complete.size() + (type == OutputType.JSON ? ".json" : ".jsonl");
        upload.accept(key, spool);
        complete.add(Json.object()
                .set("Key", TextNode.valueOf(key))
                .set("Size", LongNode.valueOf(spool.size()))
                .build());
        close();
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
