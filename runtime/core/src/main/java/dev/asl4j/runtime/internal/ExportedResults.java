package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.ExecutionRecord;
import dev.asl4j.runtime.dataset.ResultExport;
import dev.asl4j.runtime.dataset.ResultExport.Kind;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.ResultWriter.Transformation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results go to objects, in the order in which the children end: a handler thread writes them while others run. */
final class ExportedResults implements MapResults {
    private static final int ENOUGH_TO_WRITE = 500;
    private static final long ENOUGH_BYTES_TO_WRITE = 256 * 1024;
    private static final int TOO_MUCH = 5_000;

    private final ResultWriter writer;
    private final @Nullable ObjectStore store;
    private final MapRun run;

    private List<Entry> entries = new ArrayList<>(); // the driver's, as the next six
    private long bytes;
    private long bytesBeingWritten;
    private List<Entry> beingWritten = List.of();
    private boolean working;
    private boolean begun;
    private boolean lastHandedOut;
    private volatile JsonNode result = Json.EMPTY;

    private @Nullable ResultExport export; // guarded by this, as the next one
    private boolean discarded;

    ExportedResults(ResultWriter writer, @Nullable ObjectStore store, MapRun run) {
        this.writer = writer;
        this.store = store;
        this.run = run;
    }

    @Override
    public void add(ChildExecution child, Outcome outcome) {
        entries.add(new Entry(child, outcome, Json.EMPTY));
        @Nullable JsonNode output = outcome.output();
        bytes += child.size() + (output == null ? 0 : Json.size(output));
    }

    @Override
    public void addPending(JsonNode input) {
        entries.add(new Entry(null, null, input));
    }

    @Override
    public boolean isCongested() {
        return entries.size() >= TOO_MUCH || bytes + bytesBeingWritten >= ChildExecutions.MOST_BYTES;
    }

    @Override
    public @Nullable Work work(boolean last) {
        boolean enough = entries.size() >= ENOUGH_TO_WRITE || bytes >= ENOUGH_BYTES_TO_WRITE;
        if (working || lastHandedOut || !(last || enough)) {
            return null;
        }
        bytesBeingWritten = bytes;
        bytes = 0;
        List<Entry> written = entries;
        beingWritten = written;
        entries = new ArrayList<>();
        working = true;
        begun = true;
        lastHandedOut = last;
        return () -> write(written, last);
    }

    @Override
    public void workDone(boolean failed) {
        if (!failed) {
            for (Entry entry : beingWritten) {
                if (entry.child != null) {
                    run.resultsWritten(entry.child.items(), 1);
                }
            }
        }
        working = false;
        bytesBeingWritten = 0;
        beingWritten = List.of();
    }

    @Override
    public boolean isComplete() {
        return lastHandedOut && !working;
    }

    /** Files that were begun would be left behind. */
    @Override
    public boolean canBeginAnew() {
        return !begun;
    }

    @Override
    public JsonNode result() {
        return result;
    }

    @Override
    public synchronized void discard() {
        discarded = true;
        try {
            if (export != null) {
                export.close();
            }
        } catch (IOException | RuntimeException e) {
            // a temporary file stays
        }
    }

    private synchronized @Nullable Failure write(List<Entry> written, boolean last) {
        if (discarded) {
            return null;
        }
        try {
            ResultExport files = export();
            for (Entry entry : written) {
                entry.writeTo(files, writer.effectiveTransformation());
            }
            if (last) {
                result = files.finish();
                discard();
            }
            return null;
        } catch (Throwable e) { // whatever it is ends the Map Run, which would wait for ever otherwise
            discard();
            return new Failure(ErrorNames.RESULT_WRITER_FAILED, ItemFeed.cause(e), false, e);
        }
    }

    private ResultExport export() throws IOException {
        if (export == null) {
            if (store == null) {
                throw new IOException("There is no object store to write to; give the engine or the run one.");
            }
            export = new ResultExport(writer, store, run.arn());
        }
        return export;
    }

    /** A child that has ended, or the input of one that was not started. */
    private record Entry(
            @Nullable ChildExecution child, @Nullable Outcome outcome, JsonNode pendingInput) {
        void writeTo(ResultExport files, Transformation transformation) throws IOException {
            if (child == null || outcome == null) {
                files.add(Kind.PENDING, ExecutionRecord.pending(pendingInput));
                return;
            }
            @Nullable JsonNode output = outcome.output();
            if (output == null) {
                files.add(Kind.FAILED, child.record(outcome).toJson());
                return;
            }
            switch (transformation) {
                case NONE -> files.add(Kind.SUCCEEDED, child.record(outcome).toJson());
                case COMPACT -> files.add(Kind.SUCCEEDED, output);
                case FLATTEN -> {
                    if (output.isArray()) {
                        for (JsonNode element : output) {
                            files.add(Kind.SUCCEEDED, element);
                        }
                    } else {
                        files.add(Kind.SUCCEEDED, output);
                    }
                }
            }
        }
    }
}
