package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Columns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as objects of strings: cells that are missing are empty, cells without a header are dropped. */
final class CsvItems implements ItemSource {
    private static final int LONGEST_HEADERS = 10 * 1024;

    private final CsvRecords records;
    private final String source;
    private final boolean needsRecord;
    private @Nullable Columns columns;
    private boolean any;

    /**
     * Items of a file.
     *
     * @param headers null: they are the first record
     * @param needsRecord whether a file with headers alone is refused, as AWS refuses it
     */
    CsvItems(InputStream text, char delimiter, @Nullable List<String> headers, boolean needsRecord, String source)
            throws IOException {
        records = new CsvRecords(text, delimiter);
        this.source = source;
        this.needsRecord = needsRecord && headers == null;
        columns = headers == null ? null : checked(headers);
    }

    @Override
    public @Nullable DataItem next() throws IOException {
        if (columns == null) {
            @Nullable List<String> first = records.next();
            if (first == null) {
                return null;
            }
            columns = checked(first);
        }
        @Nullable List<String> record = records.next();
        if (record == null) {
            if (needsRecord && !any) {
                // Known from reports of the cause's last words; the recorded runs have no such file.
                throw new IOException("The CSV file contains only CSV headers");
            }
            return null;
        }
        any = true;
        JsonNode[] cells = new JsonNode[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = TextNode.valueOf(i < record.size() ? record.get(i) : "");
        }
        return DataItem.of(columns.object(cells), source);
    }

    private static Columns checked(List<String> headers) throws IOException {
        if (new HashSet<>(headers).size() < headers.size()) {
            throw new IOException("CSV headers cannot contain duplicates.");
        }
        int size = 0;
        for (String header : headers) {
            size += header.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        if (size > LONGEST_HEADERS) {
            throw new IOException("CSV headers cannot exceed 10 KiB.");
        }
        return new Columns(headers);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
