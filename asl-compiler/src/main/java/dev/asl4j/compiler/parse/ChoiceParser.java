package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Choice state. */
final class ChoiceParser {

    private ChoiceParser() {}

    static @Nullable ChoiceState parse(StateReader reader) {
        List<ChoiceState.Rule> rules = rules(reader);
        StateReference otherwise = reader.cursor().has("Default") ? reader.target("Default") : null;
        DataFlow dataFlow = reader.inputAndOutput();
        reader.assign(reader.cursor());
        reader.done(Fields.JSONATA_STATE);
        return rules.isEmpty() ? null : new ChoiceState(reader.heading(), dataFlow, rules, otherwise, List.of());
    }

    /** The rules; empty unless all could be read. */
    private static List<ChoiceState.Rule> rules(StateReader reader) {
        JsonArray array = reader.cursor().require("Choices").array("Choices");
        if (array == null || array.elements().isEmpty()) {
            if (array != null) {
                reader.diagnostics().report(Code.EMPTY_VALUE, array, "\"Choices\" must hold at least one rule");
            }
            reader.draft().incomplete();
            return List.of();
        }
        List<ChoiceState.Rule> rules = new ArrayList<>();
        int index = 0;
        for (JsonValue element : array.elements()) {
            index++;
            JsonObject object = Values.as(JsonObject.class, element);
            if (object == null) {
                Words.reportWrongType("a choice rule", "an object", element, reader.diagnostics());
                reader.draft().incomplete();
                continue;
            }
            String words = "choice rule " + index + " of state "
                    + Quotes.quote(reader.heading().name());
            ChoiceState.Rule rule =
                    rule(new ObjectCursor(object, new Opening(object), words, reader.diagnostics()), reader);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules.size() == index ? rules : List.of();
    }

    private static ChoiceState.@Nullable Rule rule(ObjectCursor cursor, StateReader reader) {
        StateReference next = reader.target(cursor.require("Next"), "Next");
        reader.assign(cursor);
        String comment = cursor.comment();
        ChoiceRule condition = new ChoiceRuleParser(reader).parse(cursor);
        return next == null || condition == null
                ? null
                : new ChoiceState.Rule(condition, next, null, List.of(), comment, cursor.subject());
    }
}
