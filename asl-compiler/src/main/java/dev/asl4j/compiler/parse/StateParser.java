package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Heading;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.UnresolvedState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one state: its type, then what that type has. */
final class StateParser {

    /** In AWS's own order. */
    private static final String AWS_TYPES = "[Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]";

    private StateParser() {}

    /** The state; null if it cannot be read: then the draft holds what is known of it. */
    static @Nullable State parse(JsonObject.Member member, StateDraft draft, Parsing parsing) {
        Diagnostics diagnostics = parsing.diagnostics();
        List<String> outside = diagnostics.takePostponed();
        State state = read(member, draft, parsing);
        outside.forEach(diagnostics::postpone);
        boolean nameKnown = !Substitutions.refused(member.key(), diagnostics);
        return nameKnown ? state : null;
    }

    private static @Nullable State read(JsonObject.Member member, StateDraft draft, Parsing parsing) {
        Diagnostics diagnostics = parsing.diagnostics();
        JsonObject object = Values.as(JsonObject.class, member.value());
        if (object == null) {
            Words.reportWrongType("the state " + Quotes.quote(member.name()), "an object", member.value(), diagnostics);
            draft.incomplete();
            return null;
        }
        StateType type = type(object, member, draft, diagnostics);
        String words = (type == null ? "state " : type.field() + " state ") + Quotes.quote(member.name());
        ObjectCursor cursor = new ObjectCursor(object, member, words, diagnostics);
        QueryLanguage language = language(cursor, parsing);
        if (type == null || language == null) {
            OutlineParser.read(object, type, draft, parsing);
            return null;
        }
        cursor.ignore("Type");
        StateReader reader = new StateReader(
                new FieldReader(cursor, "", language, diagnostics),
                new Heading(member.name(), cursor.comment(), language, member),
                draft,
                parsing);
        State state = parse(type, reader);
        List<String> postponed = diagnostics.takePostponed();
        return postponed.isEmpty()
                ? state
                : new UnresolvedState(
                        reader.heading(), type.field(), draft.outline(), draft.assignments(), postponed.get(0));
    }

    private static @Nullable State parse(StateType type, StateReader reader) {
        return switch (type) {
            case TASK -> TaskParser.parse(reader);
            case PASS -> PassParser.parse(reader);
            case CHOICE -> ChoiceParser.parse(reader);
            case WAIT -> WaitParser.parse(reader);
            case SUCCEED -> EndParser.parseSucceed(reader);
            case FAIL -> EndParser.parseFail(reader);
            case PARALLEL -> ParallelParser.parse(reader);
            case MAP -> MapParser.parse(reader);
        };
    }

    private static @Nullable StateType type(
            JsonObject object, JsonObject.Member member, StateDraft draft, Diagnostics diagnostics) {
        ObjectCursor cursor = new ObjectCursor(object, member, "state " + Quotes.quote(member.name()), diagnostics);
        JsonString name = cursor.require("Type").string("Type");
        cursor.doneWithUnknownKind();
        if (name == null || Substitutions.refused(name, diagnostics)) {
            draft.incomplete();
            return null;
        }
        StateType type = StateType.ofField(name.value());
        if (type == null) {
            draft.incomplete();
            diagnostics.report(
                    Code.UNKNOWN_STATE_TYPE,
                    name,
                    "there is no state type " + Quotes.quote(name.value()) + "; the types are "
                            + String.join(", ", StateType.names()),
                    Suggestions.didYouMean(name.value(), StateType.names()),
                    AwsReport.of("The field 'Type' should have one of these values: " + AWS_TYPES, name));
        }
        return type;
    }

    /** The state's own language, or the machine's; null: it cannot be read, which was reported. */
    private static @Nullable QueryLanguage language(ObjectCursor cursor, Parsing parsing) {
        if (!cursor.has("QueryLanguage")) {
            return parsing.language();
        }
        QueryLanguage language = QueryLanguages.read(cursor, parsing.diagnostics());
        if (language == QueryLanguage.JSONPATH && parsing.language() == QueryLanguage.JSONATA) {
            JsonString value = Objects.requireNonNull(cursor.string("QueryLanguage"));
            // the words of AWS
            String message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
            parsing.diagnostics()
                    .report(Code.CONFLICTING_FIELDS, value, message, null, AwsReport.of(message, cursor.subject()));
        }
        return language;
    }
}
