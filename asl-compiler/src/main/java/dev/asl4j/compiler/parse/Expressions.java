package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.IntrinsicParser;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.PathParser;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateParser;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.PathSetting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields whose strings have a syntax of their own: paths, intrinsic calls, payload templates. */
final class Expressions {

    private final Diagnostics diagnostics;

    Expressions(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What a field takes. */
    enum Use {
        /** Any path, also into the context object. */
        PATH,
        /** A reference path, also into the context object. */
        VARIABLE,
        /** A reference path into the data. */
        REFERENCE,
        /** A reference path into the data, where something is written. */
        RESULT_PATH;

        private @Nullable Path parse(JsonString text, Diagnostics diagnostics) {
            return switch (this) {
                case PATH -> PathParser.path(text, diagnostics);
                case VARIABLE, REFERENCE -> PathParser.reference(text, diagnostics);
                case RESULT_PATH -> PathParser.resultPath(text, diagnostics);
            };
        }
    }

    /** A field that holds a path or null. */
    PathSetting setting(ObjectCursor cursor, String field, Use use) {
        JsonObject.Member member = cursor.member(field);
        if (member == null) {
            return PathSetting.absent();
        }
        if (member.value().type() == JsonType.NULL) {
            return new PathSetting.Null();
        }
        JsonString text = Values.as(JsonString.class, member.value());
        if (text == null) {
            Words.reportWrongType(Quotes.quote(field), "a path or null", member.value(), diagnostics);
            return PathSetting.absent();
        }
        return path(field, text, use)
                .<PathSetting>map(path -> new PathSetting.Given(path, text))
                .orElseGet(PathSetting::absent);
    }

    /** A field that holds a path; empty: it does not, or the path cannot be used, which was reported. */
    Optional<Path> path(String field, @Nullable JsonString text, Use use) {
        if (text == null || Substitutions.postponed(text, diagnostics)) {
            return Optional.empty();
        }
        AwsReport aws = text.value().startsWith("$") ? null : AwsReport.of(withoutDollar(field, use), text);
        Path path = aws == null
                ? use.parse(text, diagnostics)
                : diagnostics.<@Nullable Path>inWords(aws, () -> use.parse(text, diagnostics));
        return path == null
                        || contextReported(field, text, path, use)
                        || scripts(text).postponed(path)
                ? Optional.empty()
                : Optional.of(path);
    }

    /** AWS's words for a path that does not start with a dollar sign; for others it has words that nobody wrote down. */
    private static String withoutDollar(String field, Use use) {
        return use == Use.VARIABLE && !field.equals("ItemsPath")
                ? "Value is not a Reference Path: Reference path didn't start with '$'"
                : "Value must be a valid JSONPath.";
    }

    private boolean contextReported(String field, JsonString text, Path path, Use use) {
        boolean refused = use == Use.REFERENCE && path.root() instanceof Root.Context;
        if (refused) {
            diagnostics.report(
                    Code.BAD_REFERENCE_PATH,
                    text.part(path.span().start(), path.span().end()),
                    Quotes.quote(field) + " cannot point into the context object, as " + Quotes.quote(path.text())
                            + " does");
        }
        return refused;
    }

    /**
     * A payload template; null: it cannot be read, which was reported.
     *
     * @param read a string inside it that was read for its own sake, so that its placeholders were reported
     */
    @Nullable
    Template template(JsonValue value, @Nullable JsonString read) {
        JsonValue known = Placeholders.without(value, read, diagnostics);
        Template template = TemplateParser.parse(known, diagnostics);
        return template == null || template.accept(new TemplateScripts(diagnostics)) ? null : template;
    }

    /** {@code ErrorPath} or {@code CausePath}: a reference path or an intrinsic call. */
    @Nullable
    FailText failText(String field, JsonString text) {
        if (text.value().strip().startsWith("$")) {
            return path(field, text, Use.VARIABLE)
                    .map(path -> new FailText.AtPath(path, text))
                    .orElse(null);
        }
        if (Substitutions.postponed(text, diagnostics)) {
            return null;
        }
        if (!IntrinsicParser.isCall(text.value())) {
            String message = Quotes.quote(field) + " must be a path or a call of an intrinsic function, but is "
                    + Quotes.quote(text.value());
            diagnostics.report(Code.BAD_PATH, text, message);
            return null;
        }
        IntrinsicCall call = IntrinsicParser.call(text, diagnostics);
        return call == null || scripts(text).postponed(call) ? null : new FailText.Computed(call, text);
    }

    private Scripts scripts(JsonString text) {
        return new Scripts(text, diagnostics);
    }
}
