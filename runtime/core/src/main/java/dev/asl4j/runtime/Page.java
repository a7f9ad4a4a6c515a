package dev.asl4j.runtime;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * <pre>{@code
 * Page.all(token -> engine.list(filter.nextToken(token))).forEach(summary -> ...);
 * }</pre>
 *
 * @param items in the order of the list; may be fewer than were asked for, even none, although more follow
 * @param nextToken to be handed back, together with the same query, for the next page; null if nothing follows. What it looks like is
 *     nobody's business; it does not expire, and a list that changes meanwhile is gone on with where the page ended
 * @since 0.1.0
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** Whether more follows. */
    public boolean hasNext() {
        return nextToken != null;
    }

    /**
     * The items of all pages, each of which is asked for once the items before it were taken.
     *
     * @param query gives the page that a token begins; null stands for the first one
     */
    public static <T> Stream<T> all(Function<@Nullable String, Page<T>> query) {
        return Stream.iterate(query.apply(null), page -> page != null, page -> page.following(query))
                .flatMap(page -> page.items().stream());
    }

    private @Nullable Page<T> following(Function<@Nullable String, Page<T>> query) {
        return nextToken == null ? null : query.apply(nextToken);
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Page[" + items.size() + (hasNext() ? ", more follow]" : "]");
    }
}
