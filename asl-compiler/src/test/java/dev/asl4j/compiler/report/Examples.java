package dev.asl4j.compiler.report;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagnostics of every shape. */
final class Examples {
    private static final SourceFile ORDER = new SourceFile("flows/order.asl.json", """
            {
              "StartAt": "Shp",
              "States": {
                "Ship": { "Type": "Succeed" }
              }
            }
            """);

    private Examples() {}

    static List<Diagnostic> all() {
        return List.of(
                of(ORDER, "\"Shp\"", Code.UNKNOWN_START, Severity.ERROR, "/StartAt", "did you mean \"Ship\"?", null),
                of(
                        ORDER,
                        "\"Ship\"",
                        Code.UNREACHABLE_STATE,
                        Severity.WARNING,
                        "/States/Ship",
                        null,
                        new AwsReport("State \"Ship\" is not reachable.", "/States/Ship")),
                // over several lines
                of(
                        ORDER,
                        "{\n    \"Ship\": { \"Type\": \"Succeed\" }\n  }",
                        Code.TOO_LARGE,
                        Severity.ERROR,
                        "",
                        null,
                        null),
                // a place between two characters
                of(ORDER, "", Code.TOO_MANY_DIAGNOSTICS, Severity.NOTE, "", null, null),
                // everything that some format gives a meaning
                hostile("50% off: a, b\r\n::error::x.asl.json", "C:\\flows\\\u00FC \uD83D\uDE80.asl.json"),
                hostile("lone \uD800 and \u2028 and <b>\"'`", "/srv/\uDC00/a#b?c.asl.json"));
    }

    private static Diagnostic hostile(String text, String path) {
        SourceFile file = new SourceFile(path, "{\"" + text + "\": 1}");
        Location location = file.location(1, text.length() + 3);
        return new Diagnostic(
                Code.UNKNOWN_FIELD, Severity.ERROR, location, "/" + text, "\"" + text + "\" is no field", text, null);
    }

    private static Diagnostic of(
            SourceFile file,
            String place,
            Code code,
            Severity severity,
            String pointer,
            @Nullable String hint,
            @Nullable AwsReport aws) {
        int start = file.text().indexOf(place);
        Location location = file.location(start, start + place.length());
        return new Diagnostic(code, severity, location, pointer, "a message about " + code.id(), hint, aws);
    }
}
