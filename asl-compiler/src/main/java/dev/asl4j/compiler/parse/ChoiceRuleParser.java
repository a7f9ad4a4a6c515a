package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the condition of a choice rule: the whole tree of it. */
final class ChoiceRuleParser {

    private static final Set<String> COMBINERS = Set.of("And", "Or", "Not");

    /** What a rule can hold beside its condition. */
    private static final Set<String> BESIDE = Set.of("Comment", "Variable", "Next", "Assign");

    /** Far above any rule that means something, far below what the stack holds. */
    private static final int DEEPEST = 100;

    private final StateReader reader;
    private int depth;

    ChoiceRuleParser(StateReader reader) {
        this.reader = reader;
    }

    /** Reads the condition out of a rule, of which everything else was asked for; null: it cannot be read. */
    @Nullable
    ChoiceRule parse(ObjectCursor cursor, Fields.Dialects dialects) {
        List<JsonObject.Member> conditions = conditions(cursor);
        ChoiceRule rule = null;
        if (conditions.isEmpty()) {
            reportNone(cursor);
        } else if (conditions.size() > 1) {
            cursor.ignore("Variable");
            reader.diagnostics()
                    .report(
                            Code.CONFLICTING_FIELDS,
                            cursor.subject(),
                            cursor.words() + " can have only one of the fields " + Words.all(Words.quoted(conditions)));
        } else {
            rule = parse(cursor, conditions.get(0).name());
        }
        cursor.done(dialects, QueryLanguage.JSONPATH);
        return rule;
    }

    private @Nullable ChoiceRule parse(ObjectCursor cursor, String condition) {
        Subject origin = cursor.subject();
        return switch (condition) {
            case "And" -> {
                List<ChoiceRule> rules = rules(cursor, condition);
                yield rules.isEmpty() ? null : new ChoiceRule.And(rules, origin);
            }
            case "Or" -> {
                List<ChoiceRule> rules = rules(cursor, condition);
                yield rules.isEmpty() ? null : new ChoiceRule.Or(rules, origin);
            }
            case "Not" -> {
                JsonObject object = cursor.object(condition);
                ChoiceRule rule =
                        object == null ? null : nested(object, Objects.requireNonNull(cursor.member(condition)));
                yield rule == null ? null : new ChoiceRule.Not(rule, origin);
            }
            default -> comparison(cursor, ComparisonOperator.ofField(condition).orElseThrow());
        };
    }

    /** The rules of And or Or; empty unless all could be read. */
    private List<ChoiceRule> rules(ObjectCursor cursor, String field) {
        JsonArray array = cursor.array(field);
        if (array == null) {
            return List.of();
        }
        if (array.elements().isEmpty()) {
            reader.diagnostics()
                    .report(Code.EMPTY_VALUE, array, Quotes.quote(field) + " must hold at least one choice rule");
        }
        List<ChoiceRule> rules = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            JsonObject object = Values.as(JsonObject.class, element);
            if (object == null) {
                Words.reportWrongType("a choice rule", "an object", element, reader.diagnostics());
                continue;
            }
            ChoiceRule rule = nested(object, new Opening(object));
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules.size() == array.elements().size() ? rules : List.of();
    }

    private @Nullable ChoiceRule nested(JsonObject object, Subject subject) {
        if (depth == DEEPEST) {
            reader.diagnostics()
                    .report(Code.TOO_DEEP, subject, "more than " + DEEPEST + " choice rules are nested here");
            return null;
        }
        String words =
                "a nested choice rule of state " + Quotes.quote(reader.heading().name());
        depth++;
        ChoiceRule rule = parse(new ObjectCursor(object, subject, words, reader.diagnostics()), Fields.NESTED_RULE);
        depth--;
        return rule;
    }

    private @Nullable ChoiceRule comparison(ObjectCursor cursor, ComparisonOperator operator) {
        JsonString variable = cursor.require("Variable").string("Variable");
        Optional<Path> path = reader.fields().expressions().path("Variable", variable, Expressions.Use.VARIABLE);
        ChoiceOperand operand = operand(cursor, operator);
        if (variable == null || path.isEmpty() || operand == null) {
            return null;
        }
        JsonValue value =
                Objects.requireNonNull(cursor.member(operator.field())).value();
        return new ChoiceRule.Comparison(path.get(), variable, operator, operand, value, cursor.subject());
    }

    private @Nullable ChoiceOperand operand(ObjectCursor cursor, ComparisonOperator operator) {
        String field = operator.field();
        return switch (operator.operand()) {
            case TEXT -> {
                JsonString text = cursor.string(field);
                if (text != null) {
                    Substitutions.warn(text, reader.diagnostics());
                }
                yield text == null ? null : new ChoiceOperand.Text(text.value());
            }
            case NUMBER -> {
                JsonNumber number = cursor.number(field);
                yield number == null ? null : new ChoiceOperand.Numeric(number.text());
            }
            case FLAG -> {
                JsonBoolean flag = cursor.bool(field);
                yield flag == null ? null : new ChoiceOperand.Flag(flag.value());
            }
            case TIMESTAMP -> {
                JsonString text = cursor.string(field);
                yield text == null || Substitutions.postponed(text, reader.diagnostics())
                        ? null
                        : new ChoiceOperand.Timestamp(text.value());
            }
            case PATH ->
                reader.fields()
                        .expressions()
                        .path(field, cursor.string(field), Expressions.Use.VARIABLE)
                        .map(ChoiceOperand.AtPath::new)
                        .orElse(null);
        };
    }

    /** The fields of the rule that are conditions, in their order. */
    private static List<JsonObject.Member> conditions(ObjectCursor cursor) {
        List<JsonObject.Member> conditions = new ArrayList<>();
        for (JsonObject.Member member : cursor.object().members()) {
            String field = member.name();
            if (COMBINERS.contains(field) || ComparisonOperator.ofField(field).isPresent()) {
                cursor.ignore(field);
                conditions.add(member);
            }
        }
        return conditions;
    }

    // A misspelled operator is reported as the unknown field that it is, not a second time.
    private void reportNone(ObjectCursor cursor) {
        cursor.ignore("Variable");
        COMBINERS.forEach(cursor::ignore);
        ComparisonOperator.fields().forEach(cursor::ignore);
        if (cursor.object().members().stream().allMatch(member -> BESIDE.contains(member.name()))) {
            reader.diagnostics()
                    .report(Code.MISSING_FIELD, cursor.subject(), cursor.words() + " needs a comparison operator");
        }
    }
}
