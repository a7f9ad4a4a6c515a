package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a Choice state. */
final class ChoiceParser {

    private ChoiceParser() {}

    static @Nullable ChoiceState parse(StateReader reader) {
        List<ChoiceState.Rule> rules = rules(reader);
        StateReference otherwise = reader.cursor().has("Default") ? reader.target("Default") : null;
        DataFlow dataFlow = reader.inputAndOutput();
        List<Assignment> assignments = reader.assign();
        reader.done(Fields.CHOICE);
        return rules.isEmpty() ? null : new ChoiceState(reader.heading(), dataFlow, rules, otherwise, assignments);
    }

    /** The rules; empty unless all could be read. */
    private static List<ChoiceState.Rule> rules(StateReader reader) {
        JsonArray array = reader.cursor().require("Choices").array("Choices");
        if (array == null || array.elements().isEmpty()) {
            if (array != null) {
                reader.diagnostics()
                        .report(
                                Code.EMPTY_VALUE,
                                array,
                                "\"Choices\" must hold at least one rule",
                                null,
                                AwsWords.empty(array));
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
            ObjectCursor cursor = new ObjectCursor(object, new Opening(object), words, reader.diagnostics());
            ChoiceState.Rule rule = rule(reader.fields().inner(cursor, "Choices[" + (index - 1) + "]"), reader);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules.size() == index ? rules : List.of();
    }

    private static ChoiceState.@Nullable Rule rule(FieldReader fields, StateReader reader) {
        ObjectCursor cursor = fields.cursor();
        StateReference next = reader.target(cursor.require("Next"), "Next");
        List<Assignment> assignments = reader.draft().assigned(fields.assign(JsonataFields.ANYWHERE));
        Template output = fields.isJsonata() ? fields.template("Output") : null;
        String comment = cursor.comment();
        ChoiceRule condition = fields.isJsonata() ? condition(fields) : comparison(fields, reader);
        return next == null || condition == null
                ? null
                : new ChoiceState.Rule(condition, next, output, assignments, comment, cursor.subject());
    }

    private static @Nullable ChoiceRule comparison(FieldReader fields, StateReader reader) {
        reportedAsForeign(fields, Set.of("Condition"));
        return new ChoiceRuleParser(reader).parse(fields.cursor(), Fields.RULE);
    }

    /**
     * Whether the condition of a rule is written in the other query language, which is then reported: that is one mistake, however many
     * fields it takes.
     */
    private static boolean reportedAsForeign(FieldReader fields, Set<String> foreign) {
        ObjectCursor cursor = fields.cursor();
        List<String> found = cursor.object().members().stream()
                .map(JsonObject.Member::name)
                .filter(foreign::contains)
                .toList();
        if (!found.isEmpty()) {
            UnknownFields.reportForeign(
                    found.get(0), cursor.subject(), cursor.subject(), fields.language(), fields.diagnostics());
        }
        found.forEach(cursor::ignore);
        return !found.isEmpty();
    }

    /** {@code Condition} of a JSONata rule: an expression, or true or false as they are. */
    private static @Nullable ChoiceRule condition(FieldReader fields) {
        ObjectCursor cursor = fields.cursor();
        if (!reportedAsForeign(fields, Fields.RULE.jsonPath())) {
            cursor.require("Condition");
        }
        JsonObject.Member member = cursor.member("Condition");
        fields.done(Fields.RULE);
        if (member == null) {
            return null;
        }
        JsonBoolean flag = Values.as(JsonBoolean.class, member.value());
        if (flag != null) {
            return new ChoiceRule.Constant(flag.value(), cursor.subject());
        }
        JsonString text = Values.as(JsonString.class, member.value());
        if (text == null) {
            Words.reportWrongType(
                    "\"Condition\"", "true, false or a JSONata expression", member.value(), fields.diagnostics());
            return null;
        }
        JsonataExpression expression = fields.query("Condition", "true, false", text);
        return expression == null ? null : new ChoiceRule.Query(expression, cursor.subject());
    }
}
