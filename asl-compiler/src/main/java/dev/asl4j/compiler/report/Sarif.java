package dev.asl4j.compiler.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.asl4j.compiler.diagnostic.AwsCode;
import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, which code-review tools read. It describes all rules, in the words of
 * the documentation, whether or not there is a result for them.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class Sarif implements Report {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final String version;

    /**
     * A log of one run.
     *
     * @param version the version of asl4j
     */
    public Sarif(String version) {
        this.version = version;
    }

    @Override
    public String head() {
        StringBuilder text = new StringBuilder("{\n");
        text.append("\"$schema\":\"").append(SCHEMA).append("\",\n\"version\":\"2.1.0\",\n");
        text.append(
                "\"runs\":[{\n\"columnKind\":\"utf16CodeUnits\",\n\"tool\":{\"driver\":{\"name\":\"asl4j\",\"version\":");
        text.append(JsonText.of(json -> json.writeString(version))).append(",\"rules\":[");
        String separator = "\n";
        for (Code code : Code.values()) {
            text.append(separator).append(JsonText.of(json -> rule(json, code)));
            separator = ",\n";
        }
        return text.append("\n]}},\n\"results\":[").toString();
    }

    @Override
    public String entry(Diagnostic diagnostic, boolean first) {
        return (first ? "\n" : ",\n") + JsonText.of(json -> result(json, diagnostic));
    }

    @Override
    public String tail() {
        return "\n]\n}]\n}\n";
    }

    private static void rule(JsonGenerator json, Code code) throws IOException {
        RuleText text = RuleText.of(code);
        json.writeStartObject();
        json.writeStringField("id", code.id());
        json.writeObjectFieldStart("shortDescription");
        json.writeStringField("text", text.sentence());
        json.writeEndObject();
        json.writeObjectFieldStart("fullDescription");
        json.writeStringField("text", text.meaning());
        json.writeEndObject();
        json.writeObjectFieldStart("help");
        json.writeStringField("text", text.markdown());
        json.writeStringField("markdown", text.markdown());
        json.writeEndObject();
        configuration(json, code.level(Profile.AWS));
        AwsCode awsCode = code.awsCode();
        if (awsCode != null) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("awsCode", awsCode.name());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void configuration(JsonGenerator json, Level level) throws IOException {
        json.writeObjectFieldStart("defaultConfiguration");
        if (level == Level.OFF) {
            json.writeBooleanField("enabled", false);
        } else {
            json.writeStringField("level", level.word());
        }
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        String hint = diagnostic.hint();
        json.writeStartObject();
        json.writeStringField("ruleId", diagnostic.code().id());
        json.writeStringField("level", level(diagnostic.severity()));
        json.writeObjectFieldStart("message");
        json.writeStringField("text", hint == null ? diagnostic.message() : diagnostic.message() + "; " + hint);
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        location(json, diagnostic);
        json.writeEndArray();
        aws(json, diagnostic);
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileUri.of(diagnostic.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", diagnostic.start().line());
        json.writeNumberField("startColumn", diagnostic.start().column());
        json.writeNumberField("endLine", diagnostic.end().line());
        json.writeNumberField("endColumn", diagnostic.end().column());
        json.writeEndObject();
        json.writeEndObject();
        if (!diagnostic.pointer().isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", diagnostic.pointer());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void aws(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        AwsReport aws = diagnostic.aws();
        if (aws != null) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("awsMessage", aws.message());
            json.writeStringField("awsLocation", aws.location());
            json.writeEndObject();
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
