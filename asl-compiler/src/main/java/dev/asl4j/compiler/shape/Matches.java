package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;

/**
 * Any of the values that an indefinite path has found so far, and the next step. Never: none; whatever it is, the path gives an array.
 *
 * @param value any of them
 */
record Matches(Shape value) implements Step.Visitor<Shape> {
    /** The array of all that matches. */
    static ArrayShape of(Path path, Shape document) {
        Shape value = document.present();
        for (Step step : path.steps()) {
            value = value.isNever() ? value : step.accept(new Matches(value)).present();
        }
        return ArrayShape.of(value);
    }

    private Shape elements() {
        ArrayShape array = value.array();
        return array == null ? Shape.NEVER : array.element();
    }

    @Override
    public Shape name(Step.Name step) {
        return Taken.field(value, step.name());
    }

    @Override
    public Shape names(Step.Names step) {
        return Shape.ANY;
    }

    @Override
    public Shape index(Step.Index step) {
        return elements();
    }

    @Override
    public Shape indexes(Step.Indexes step) {
        return elements();
    }

    @Override
    public Shape slice(Step.Slice step) {
        return elements();
    }

    @Override
    public Shape wildcard(Step.Wildcard step) {
        Shape all = elements();
        for (ObjectShape object : value.objects()) {
            all = all.or(object.value());
        }
        return all;
    }

    @Override
    public Shape descendants(Step.Descendants step) {
        return Shape.ANY;
    }

    /** Of an array its elements; an object may be tested itself. */
    @Override
    public Shape filter(Step.Filter step) {
        return value.objects().isEmpty() ? elements() : Shape.ANY;
    }

    @Override
    public Shape function(Step.Function step) {
        return Shape.ANY;
    }

    @Override
    public Shape script(Step.Script step) {
        return Shape.ANY;
    }
}
