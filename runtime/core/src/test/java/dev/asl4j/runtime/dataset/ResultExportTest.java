package dev.asl4j.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.ResultExport.Kind;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.ResultWriter.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultExportTest {
    private static final String RUN = "arn:aws:states:us-east-1:000000000000:mapRun:machine/label:run-1";

    @TempDir
    Path folder;

    @BeforeEach
    void aBucket() throws IOException {
        Files.createDirectory(folder.resolve("out"));
    }

    @Test
    void eachKindHasItsFileAndTheManifestNamesThem() throws IOException {
        JsonNode result = export("jobs", OutputType.JSON, Long.MAX_VALUE, 3);
        assertThat(result)
                .isEqualTo(Json.parse("{\"MapRunArn\": \"" + RUN + "\", \"ResultWriterDetails\": {\"Bucket\": \"out\","
                        + " \"Key\": \"jobs/run-1/manifest.json\"}}"));
        assertThat(read("jobs/run-1/SUCCEEDED_0.json")).isEqualTo("[0,1,2]");
        assertThat(read("jobs/run-1/FAILED_0.json")).isEqualTo("[{\"Error\":\"E\"}]");
        assertThat(Json.parse(read("jobs/run-1/manifest.json")))
                .isEqualTo(
                        Json.parse("{\"DestinationBucket\": \"out\", \"MapRunArn\": \"" + RUN + "\", \"ResultFiles\": {"
                                + "\"FAILED\": [{\"Key\": \"jobs/run-1/FAILED_0.json\", \"Size\": 15}], \"PENDING\": [],"
                                + "\"SUCCEEDED\": [{\"Key\": \"jobs/run-1/SUCCEEDED_0.json\", \"Size\": 7}]}}"));
    }

    @Test
    void linesHaveAnEndEach() throws IOException {
        export("jobs/", OutputType.JSONL, Long.MAX_VALUE, 2);
        assertThat(read("jobs/run-1/SUCCEEDED_0.jsonl")).isEqualTo("0\n1\n");
    }

    @Test
    void filesAreSplitBeforeTheyBecomeTooLarge() throws IOException {
        export("", OutputType.JSON, 20, 12);
        assertThat(read("run-1/SUCCEEDED_0.json")).isEqualTo("[0,1,2,3,4,5,6,7,8]");
        assertThat(read("run-1/SUCCEEDED_1.json")).isEqualTo("[9,10,11]");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new ResultExport(ResultWriter.export(Json.EMPTY), FileObjectStore.at(folder), RUN))
                .hasMessage("The ResultWriter needs a Bucket.");
        ResultWriter elsewhere = ResultWriter.export(Json.parse("{\"Bucket\": \"none\"}"));
        assertThatThrownBy(() -> new ResultExport(elsewhere, FileObjectStore.at(folder), RUN).finish())
                .hasMessage("The specified bucket does not exist: none");
    }

    @Test
    void recordsHaveAwsShape() {
        Instant start = Instant.parse("2026-01-01T00:00:00.1Z");
        ExecutionRecord succeeded = new ExecutionRecord(
                "arn:e",
                "arn:m",
                "e",
                false,
                "SUCCEEDED",
                Json.parse("{\"a\": 1}"),
                Json.parse("[2]"),
                null,
                null,
                start,
                start);
        assertThat(Json.write(succeeded.toJson()))
                .isEqualTo(
                        "{\"ExecutionArn\":\"arn:e\",\"Input\":\"{\\\"a\\\":1}\",\"InputDetails\":{\"Included\":true},\"Name\":\"e\","
                                + "\"Output\":\"[2]\",\"OutputDetails\":{\"Included\":true},\"RedriveCount\":0,"
                                + "\"RedriveStatus\":\"NOT_REDRIVABLE\","
                                + "\"RedriveStatusReason\":\"Execution is SUCCEEDED and cannot be redriven\","
                                + "\"StartDate\":\"2026-01-01T00:00:00.100Z\",\"StateMachineArn\":\"arn:m\",\"Status\":\"SUCCEEDED\","
                                + "\"StopDate\":\"2026-01-01T00:00:00.100Z\"}");
        ExecutionRecord failed = new ExecutionRecord(
                "arn:e", "arn:m", "e", true, "FAILED", Json.EMPTY, null, "Error", "cause", start, start);
        assertThat(Json.write(failed.toJson()))
                .isEqualTo("{\"Cause\":\"cause\",\"Error\":\"Error\",\"ExecutionArn\":\"arn:e\",\"Input\":\"{}\","
                        + "\"InputDetails\":{\"Included\":true},\"Name\":\"e\",\"OutputDetails\":{\"Included\":true},\"RedriveCount\":0,"
                        + "\"StartDate\":\"2026-01-01T00:00:00.100Z\",\"StateMachineArn\":\"arn:m\",\"Status\":\"FAILED\","
                        + "\"StopDate\":\"2026-01-01T00:00:00.100Z\"}");
        assertThat(Json.write(ExecutionRecord.pending(IntNode.valueOf(1))))
                .isEqualTo("{\"Input\":\"1\",\"InputDetails\":{\"Included\":true},\"Status\":\"PENDING\"}");
    }

    private JsonNode export(String prefix, OutputType type, long largest, int count) throws IOException {
        ResultWriter writer = ResultWriter.export(Json.parse("{\"Bucket\": \"out\", \"Prefix\": \"" + prefix + "\"}"))
                .outputType(type);
        ResultExport export = new ResultExport(writer, FileObjectStore.at(folder), RUN, largest);
        try {
            for (int i = 0; i < count; i++) {
                export.add(Kind.SUCCEEDED, IntNode.valueOf(i));
            }
            export.add(Kind.FAILED, Json.parse("{\"Error\": \"E\"}"));
            return export.finish();
        } finally {
            export.close();
        }
    }

    private String read(String key) throws IOException {
        return Files.readString(folder.resolve("out").resolve(key));
    }
}
