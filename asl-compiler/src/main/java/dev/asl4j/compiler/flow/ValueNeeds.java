package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateQueries;
import dev.asl4j.compiler.expression.VariableRead;
import dev.asl4j.compiler.expression.VariableReads;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.List;
import java.util.stream.Stream;

/** Finds the variables that the fields of a state need: in JSONPath all that they read, in JSONata those a value depends on. */
final class ValueNeeds implements Evaluations.Visitor<VariableSet> {

    private final QueryLanguage language;
    private final VariableNumbers numbers;
    private final VariableSet known;
    private final boolean certain;
    private final List<Read> found;
    private VariableSet met = VariableSet.EMPTY;

    /**
     * Starts with the first field.
     *
     * @param known the variables that have a value when they are evaluated
     * @param certain whether they are evaluated whenever the state is entered
     * @param found gets the reads that are needed
     */
    ValueNeeds(QueryLanguage language, VariableNumbers numbers, VariableSet known, boolean certain, List<Read> found) {
        this.language = language;
        this.numbers = numbers;
        this.known = known;
        this.certain = certain;
        this.found = found;
    }

    /** Once these have a value. */
    void met(VariableSet variables) {
        met = met.or(variables);
    }

    /** The variables that have a value if all fields could be evaluated. */
    VariableSet met() {
        return met;
    }

    @Override
    public Stream<VariableSet> template(Template template) {
        return switch (language) {
            case JSONPATH -> VariableReads.of(template).map(this::read);
            case JSONATA -> TemplateQueries.of(template).stream().map(this::evaluated);
        };
    }

    @Override
    public Stream<VariableSet> path(Path path, Subject source) {
        return VariableReads.of(path, source).map(this::read);
    }

    @Override
    public Stream<VariableSet> call(IntrinsicCall call, Subject source) {
        return VariableReads.of(call, source).map(this::read);
    }

    @Override
    public Stream<VariableSet> query(JsonataExpression expression) {
        return Stream.of(evaluated(expression));
    }

    VariableSet read(VariableRead read) {
        int number = numbers.of(read.name());
        if (number < 0) {
            return VariableSet.EMPTY;
        }
        if (!known.contains(number)) {
            found.add(new Read(read.name(), read.place(), language, certain));
        }
        return VariableSet.of(number);
    }

    private VariableSet evaluated(JsonataExpression expression) {
        return QueryNeeds.of(expression, numbers, known, certain, found).defined();
    }
}
