package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a path selects.
 *
 * @param value what there is then; never: nothing, or nothing comes here
 * @param absent the step that finds nothing, whatever the data; null: there is none
 * @param undescribed the first step that asks for a field which the description of the object does not name; null: there is none
 * @param uncertain the first step that may find nothing; null: there is none
 */
public record Selected(
        Shape value,
        @Nullable Place absent,
        @Nullable Place undescribed,
        @Nullable Place uncertain) {

    /**
     * A step and what it is asked of.
     *
     * @param index of the step in the path
     * @param holder what the step is asked of
     */
    public record Place(int index, Step step, Shape holder) {}

    /** A value that is known to be there. */
    public static Selected of(Shape value) {
        return new Selected(value, null, null, null);
    }

    /**
     * What a path selects from a document. An indefinite path selects an array, whatever there is.
     *
     * @param document what its root stands for
     */
    public static Selected of(Path path, Shape document) {
        if (!path.definite()) {
            return of(Shape.array(Matches.of(path, document)));
        }
        Shape value = document.present();
        Place undescribed = null;
        Place uncertain = null;
        for (int i = 0; i < path.steps().size() && !value.isNever(); i++) {
            Step step = path.steps().get(i);
            Shape next = step.accept(new Taken(value, i == path.steps().size() - 1));
            Place place = new Place(i, step, value);
            if (next.isMissing()) {
                return new Selected(Shape.NEVER, place, null, null);
            }
            if (uncertain == null && next.mayBeMissing() && isKnown(step, value)) {
                uncertain = place;
                undescribed = isUndescribed(step, value) ? place : null;
            }
            value = next.present();
        }
        return new Selected(value, null, undescribed, undescribed == null ? uncertain : null);
    }

    /** Whether it is known that there may be nothing; of what is not known at all nothing is said. */
    private static boolean isKnown(Step step, Shape value) {
        if (step instanceof Step.Name name) {
            boolean others = !value.types().without(ValueType.OBJECT).isNone() && !isAnything(value);
            return others || value.objects().stream().anyMatch(object -> object.mayLack(name.name()));
        }
        ArrayShape array = value.array();
        return step instanceof Step.Index && array != null && array.rest() != null;
    }

    private static boolean isAnything(Shape value) {
        return value.types().equals(ValueTypes.JSON);
    }

    private static boolean isUndescribed(Step step, Shape value) {
        return step instanceof Step.Name name
                && !value.objects().isEmpty()
                && value.objects().stream().allMatch(object -> object.leavesOut(name.name()));
    }
}
