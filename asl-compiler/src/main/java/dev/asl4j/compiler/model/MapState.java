package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Map state.
 *
 * @param dataFlow without {@code Parameters}, which on a Map state is the old name of {@code ItemSelector}
 * @param items where the items come from, if not from a reader
 * @param itemSelector {@code ItemSelector} or, its old name, {@code Parameters}; null: the item itself
 * @param processor {@code ItemProcessor} or, its old name, {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; null or 0: no bound of its own
 * @param distribution what the distributed mode adds; null: inline mode
 */
public record MapState(
        Heading heading,
        DataFlow dataFlow,
        Items items,
        @Nullable Template itemSelector,
        Scope processor,
        @Nullable Amount maxConcurrency,
        @Nullable Distribution distribution,
        List<Retrier> retriers,
        List<Catcher> catchers,
        List<Assignment> assignments,
        Transition transition)
        implements State {

    public MapState {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
        assignments = List.copyOf(assignments);
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
        if (items instanceof Items.Computed computed) {
            templates.add(computed.template());
        }
        if (distribution != null) {
            templates.addAll(distribution.templates());
        }
        return templates;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.map(this);
    }
}
