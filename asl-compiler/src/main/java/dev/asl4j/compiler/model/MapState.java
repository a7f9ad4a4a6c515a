package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inline Map state.
 *
 * @param dataFlow without {@code Parameters}, which on a Map state is the old name of {@code ItemSelector}
 * @param itemsPath the array in the effective input; never null in the definition
 * @param itemSelector {@code ItemSelector} or, its old name, {@code Parameters}; null: the item itself
 * @param processor {@code ItemProcessor} or, its old name, {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; null or 0: no bound of its own
 */
public record MapState(
        Heading heading,
        DataFlow dataFlow,
        PathSetting itemsPath,
        @Nullable Template itemSelector,
        Scope processor,
        @Nullable Amount maxConcurrency,
        List<Retrier> retriers,
        List<Catcher> catchers,
        Transition transition)
        implements State {

    public MapState {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
    }

    @Override
    public StateOutline outline() {
        return Outlines.of(this, transition, List.of(processor));
    }

    @Override
    public List<Template> templates() {
        List<Template> templates = new ArrayList<>(dataFlow.templates());
        if (itemSelector != null) {
            templates.add(itemSelector);
        }
        return templates;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.map(this);
    }
}
