package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateMachine;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a whole definition (specification: "Top-level fields"). */
public final class DefinitionParser {

    /** The greatest TimeoutSeconds, IntervalSeconds and the like that AWS takes. */
    static final long GREATEST_SECONDS = 99_999_999;

    private DefinitionParser() {}

    /**
     * Reads a definition. Without errors reported, the machine is there and complete; with errors, it holds what could be
     * read, which is enough for {@code compiler.check}.
     *
     * @param name the state machine's name
     */
    public static Optional<StateMachine> parse(JsonValue root, String name, Diagnostics diagnostics) {
        JsonObject object = Values.as(JsonObject.class, root);
        if (object == null) {
            Words.reportWrongType("a definition", "an object", root, diagnostics);
            return Optional.empty();
        }
        ObjectCursor cursor = new ObjectCursor(object, new Opening(object), "the state machine", diagnostics);
        QueryLanguage language =
                cursor.has("QueryLanguage") ? QueryLanguages.read(cursor, diagnostics) : QueryLanguage.JSONPATH;
        Parsing parsing = new Parsing(diagnostics, language);
        version(cursor, diagnostics);
        Long timeout = timeout(cursor, diagnostics);
        String comment = cursor.comment();
        Scope main = ScopeParser.parse(cursor, Scope.Kind.STATE_MACHINE, parsing);
        cursor.done();
        return Optional.ofNullable(main)
                .map(scope -> new StateMachine(
                        name,
                        Objects.requireNonNullElse(language, QueryLanguage.JSONATA),
                        comment,
                        Objects.requireNonNullElse(timeout, 0L),
                        scope));
    }

    private static @Nullable Long timeout(ObjectCursor cursor, Diagnostics diagnostics) {
        JsonObject.Member member = cursor.member("TimeoutSeconds");
        JsonString text = member == null ? null : Values.as(JsonString.class, member.value());
        return text != null && Substitutions.ignored(text, "executions have no time limit", diagnostics)
                ? null
                : cursor.whole("TimeoutSeconds", 1, GREATEST_SECONDS);
    }

    private static void version(ObjectCursor cursor, Diagnostics diagnostics) {
        JsonString version = cursor.string("Version");
        if (version != null
                && !version.value().equals("1.0")
                && !Substitutions.ignored(version, "there is only version 1.0", diagnostics)) {
            diagnostics.report(
                    Code.BAD_VALUE,
                    version,
                    "\"Version\" must be \"1.0\", the only version of the language, but is "
                            + Quotes.quote(version.value()));
        }
    }
}
