package dev.asl4j.compiler.report;

import dev.asl4j.compiler.diagnostic.AwsCode;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.source.Position;

/**
 * One JSON object for each diagnostic, each on a line of its own. All members are always there, in this order:
 *
 * <pre>{@code
 * {"file":"a.asl.json","line":2,"column":3,"endLine":2,"endColumn":9,"pointer":"/StartAt","severity":"error",
 *  "code":"unknown-start","awsCode":"MISSING_TRANSITION_TARGET","message":"...","hint":null}
 * }</pre>
 *
 * Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. {@code awsCode} and {@code hint} may be
 * null.
 */
public final class JsonLines implements Report {

    @Override
    public String head() {
        return "";
    }

    @Override
    public String entry(Diagnostic diagnostic, boolean first) {
        Position start = diagnostic.start();
        Position end = diagnostic.end();
        AwsCode awsCode = diagnostic.code().awsCode();
        return JsonText.of(json -> {
                    json.writeStartObject();
                    json.writeStringField("file", diagnostic.file());
                    json.writeNumberField("line", start.line());
                    json.writeNumberField("column", start.column());
                    json.writeNumberField("endLine", end.line());
                    json.writeNumberField("endColumn", end.column());
                    json.writeStringField("pointer", diagnostic.pointer());
                    json.writeStringField("severity", diagnostic.severity().word());
                    json.writeStringField("code", diagnostic.code().id());
                    json.writeStringField("awsCode", awsCode == null ? null : awsCode.name());
                    json.writeStringField("message", diagnostic.message());
                    json.writeStringField("hint", diagnostic.hint());
                    json.writeEndObject();
                })
                + "\n";
    }

    @Override
    public String tail() {
        return "";
    }
}
