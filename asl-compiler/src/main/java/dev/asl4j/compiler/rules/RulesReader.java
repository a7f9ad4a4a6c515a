package dev.asl4j.compiler.rules;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.FileRules;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one {@link RulesFile}. */
final class RulesReader {
    private static final List<String> FIELDS = List.of("comment", "rules", "states");

    private final Diagnostics diagnostics;
    private final Map<Code, Level> levels = new EnumMap<>(Code.class);
    private final Map<String, Map<Code, Level>> levelsOfStates = new HashMap<>();
    private final List<JsonString> states = new ArrayList<>();

    RulesReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    RulesFile read(String displayPath, byte[] content) {
        JsonValue document = document(displayPath, content);
        if (document != null) {
            JsonObject file = object(document, "the file with rules");
            if (file != null) {
                file.members().forEach(this::field);
            }
        }
        return new RulesFile(new FileRules(levels, levelsOfStates), states);
    }

    /** What is wrong with the JSON is told by a code of this file: AWS, whose codes the others stand for, never sees it. */
    private @Nullable JsonValue document(String displayPath, byte[] content) {
        if (content.length > JsonReader.MAX_LENGTH) {
            String message = "the file with rules has " + content.length + " bytes; only " + JsonReader.MAX_LENGTH
                    + " would be read";
            SourceFile unread = new SourceFile(displayPath, "");
            diagnostics.report(Code.BAD_RULES, unread.location(0, 0), "", message, null);
            return null;
        }
        Diagnostics faults = new Diagnostics();
        JsonValue document = JsonReader.read(displayPath, content, faults);
        for (Diagnostic fault : faults.sorted()) {
            diagnostics.report(Code.BAD_RULES, fault.location(), fault.pointer(), fault.message(), fault.hint());
        }
        return document;
    }

    private void field(JsonObject.Member member) {
        switch (member.name()) {
            case "comment" -> {} // anything, for people
            case "rules" -> rules(member.value(), "\"rules\"", levels);
            case "states" -> states(member.value());
            default ->
                diagnostics.report(
                        Code.BAD_RULES,
                        member,
                        "the file with rules has the unknown field " + Quotes.quote(member.name()),
                        unknownField(member.name()));
        }
    }

    private static String unknownField(String name) {
        String near = Suggestions.didYouMean(name, FIELDS);
        if (near == null && Code.of(name).isPresent()) {
            return "levels stand in \"rules\"";
        }
        return near == null ? "expected \"rules\", \"states\" or \"comment\"" : near;
    }

    private void states(JsonValue value) {
        JsonObject object = object(value, "\"states\"");
        if (object == null) {
            return;
        }
        for (JsonObject.Member state : object.members()) {
            Map<Code, Level> own = new EnumMap<>(Code.class);
            rules(state.value(), "state " + Quotes.quote(state.name()), own);
            levelsOfStates.put(state.name(), own);
            states.add(state.key());
        }
    }

    private void rules(JsonValue value, String what, Map<Code, Level> into) {
        JsonObject object = object(value, what);
        if (object == null) {
            return;
        }
        for (JsonObject.Member member : object.members()) {
            if (member.value() instanceof JsonString level) {
                RuleSetting.read(member.name(), level.value(), at(member))
                        .ifPresent(setting -> into.put(setting.rule(), setting.level()));
            } else {
                String message = "the level of " + Quotes.quote(member.name()) + " is "
                        + member.value().type().words();
                diagnostics.report(Code.BAD_RULES, member.value(), message, RuleSetting.expectedLevel());
            }
        }
    }

    private RuleSetting.Faults at(JsonObject.Member member) {
        return new RuleSetting.Faults() {
            @Override
            public void rule(Code code, String message, @Nullable String hint) {
                diagnostics.report(code, member, message, hint);
            }

            @Override
            public void level(Code code, String message, @Nullable String hint) {
                diagnostics.report(code, member.value(), message, hint);
            }
        };
    }

    private @Nullable JsonObject object(JsonValue value, String what) {
        if (value instanceof JsonObject object) {
            return object;
        }
        String message = what + " is " + value.type().words();
        diagnostics.report(Code.BAD_RULES, value, message, "expected an object");
        return null;
    }
}
