package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.shape.QueryMiss;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Selected;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.ShapeText;
import dev.asl4j.compiler.types.ExpressionTypes;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.StatesTypes;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong. */
final class ShapeReport implements Findings {
    private static final Names NO_VARIABLES = new Names() {
        @Override
        public @Nullable ValueTypes variable(String name) {
            return null;
        }

        @Override
        public ValueTypes states(List<String> path) {
            return StatesTypes.of(path);
        }
    };

    private final Diagnostics diagnostics;

    ShapeReport(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public void path(Path path, Subject source, Selected selected) {
        // Whether a variable has a value is for others to say.
        Selected.Place absent = selected.absent();
        Selected.Place undescribed = selected.undescribed();
        Selected.Place uncertain = selected.uncertain();
        if (absent != null) {
            step(Code.UNMATCHED_PATH, " cannot match: ", path, source, absent);
        } else if (undescribed != null) {
            step(Code.UNDESCRIBED_PATH, " may not match: ", path, source, undescribed);
        } else if (uncertain != null) {
            step(Code.UNCERTAIN_PATH, " may not match: ", path, source, uncertain);
        }
    }

    private void step(Code code, String verdict, Path path, Subject source, Selected.Place place) {
        PathWords words = new PathWords(path, place);
        diagnostics.report(
                code,
                source.part(place.step().span().start(), place.step().span().end()),
                Quotes.quote(path.text()) + verdict + words.reason(),
                words.nearest());
    }

    @Override
    public void query(JsonataExpression expression, boolean fails, List<QueryMiss> misses) {
        for (QueryMiss miss : misses) {
            boolean absent = fails && miss.certain();
            if (absent || !miss.guarded()) {
                Code code = absent ? Code.UNMATCHED_PATH : Code.UNDESCRIBED_PATH;
                String verdict = absent ? " cannot match: " : miss.certain() ? " finds nothing: " : " may not match: ";
                diagnostics.report(
                        code,
                        expression.part(miss.span()),
                        Quotes.quote(miss.path()) + verdict + PathWords.reason(miss.holder(), ""),
                        PathWords.nearest(miss));
            }
        }
    }

    @Override
    public void unwritable(Path path, Subject source, Shape raw) {
        diagnostics.report(
                Code.UNMATCHED_PATH,
                source,
                "nothing can be written at " + Quotes.quote(path.text()) + ": " + PathWords.reason(raw, ""));
    }

    @Override
    public void refusedArguments(TaskState state, @Nullable Template arguments, Refusal refusal) {
        Subject place = (arguments == null ? Optional.<Subject>empty() : Places.of(arguments, refusal.path()))
                .orElse(state.resourceOrigin());
        String task = TaskIdentity.of(state.resource()).name();
        diagnostics.report(
                Code.REFUSED_ARGUMENTS,
                place,
                "the task " + Quotes.quote(task) + " does not take this: " + PathWords.reason(refusal));
    }

    @Override
    public void refusedOutput(State state, Refusal refusal) {
        Subject place = output(state)
                .flatMap(template -> Places.of(template, refusal.path()))
                .orElse(state.origin());
        diagnostics.report(
                Code.REFUSED_OUTPUT, place, "this is no output of the workflow: " + PathWords.reason(refusal));
    }

    private static Optional<Template> output(State state) {
        boolean queries = state.language() == QueryLanguage.JSONATA;
        List<Template> templates = queries ? state.templates() : List.of();
        return templates.isEmpty() ? Optional.empty() : Optional.of(templates.get(templates.size() - 1));
    }

    @Override
    public void noItems(MapState state, Subject place, Shape items) {
        if (isKnownByType(state.items())) {
            return;
        }
        diagnostics.report(
                Code.NO_ITEMS,
                place,
                "the items of " + Quotes.quote(state.name()) + " must be an array, but " + PathWords.reason(items, ""));
    }

    /** Of an expression whose type alone tells that it is no array, and of a variable, that is reported without shapes. */
    private static boolean isKnownByType(Items items) {
        if (items instanceof Items.Computed computed && computed.template() instanceof Template.QueryValue query) {
            JsonataNode root = query.expression().root();
            return root.variableName() != null
                    || !ExpressionTypes.of(query.expression(), NO_VARIABLES)
                            .types()
                            .has(ValueType.ARRAY);
        }
        return items instanceof Items.AtPath at
                && at.path() instanceof PathSetting.Given given
                && given.path().root() instanceof Root.Variable
                && given.path().steps().isEmpty();
    }

    @Override
    public void compared(ChoiceRule.Comparison comparison, Path path, Subject place, Shape value) {
        ComparisonOperator operator = comparison.operator();
        ValueTypes needed = ChoiceShapes.needed(operator);
        // What is known by type alone of variables, functions and the context object is reported without shapes.
        boolean known = path.steps().isEmpty() || path.root() instanceof Root.Context || !path.isReference();
        if (known) {
            return;
        }
        String text = Quotes.quote(operator.field()) + " never holds: ";
        if (value.only(needed).isNever()) {
            String message = text + "it needs " + needed.words() + ", but " + Quotes.quote(path.text()) + " is "
                    + ShapeText.words(value);
            diagnostics.report(Code.COMPARISON_NEVER_HOLDS, place, message);
        } else if (isNone(comparison, value.texts())) {
            String message = text + Quotes.quote(path.text()) + " is "
                    + ShapeText.of(value).replace(" | ", " or ");
            diagnostics.report(Code.COMPARISON_NEVER_HOLDS, comparison.operandOrigin(), message);
        }
    }

    /** Whether strings are compared for equality with one that they never are. A constant is no mistake. */
    private static boolean isNone(ChoiceRule.Comparison comparison, @Nullable Set<String> texts) {
        return texts != null
                && texts.size() > 1
                && comparison.operator() == ComparisonOperator.STRING_EQUALS
                && comparison.operand() instanceof ChoiceOperand.Text text
                && !texts.contains(text.value());
    }
}
