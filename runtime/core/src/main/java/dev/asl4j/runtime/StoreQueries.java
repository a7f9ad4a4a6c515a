package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.internal.EngineCore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.DamagedExecutionException;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a store for pages. One item more than fits is asked for, which says whether something follows. */
final class StoreQueries {
    private static final Set<String> DATA = Set.of("input", "inputDetails", "output", "outputDetails");

    private final ExecutionStore store;
    private final StoredViews views;
    private final Environment environment;

    StoreQueries(ExecutionStore store, StoredViews views, Environment environment) {
        this.store = store;
        this.views = views;
        this.environment = environment;
    }

    /** Over the store of an engine. */
    static StoreQueries of(EngineCore engine) {
        return new StoreQueries(
                engine.store(), new StoredViews(engine.store(), engine.settings()), engine.environment());
    }

    /** @throws IllegalArgumentException if the token is none, or that of another filter */
    Page<ExecutionSummary> list(ExecutionFilter filter) {
        return filter.mapRunArn() == null ? executions(filter) : children(filter, filter.mapRunArn());
    }

    private Page<ExecutionSummary> executions(ExecutionFilter filter) {
        ExecutionQuery.@Nullable Cursor after = null;
        if (filter.nextToken() != null) {
            long[] place = PageToken.place(filter.nextToken(), filter.query(), 3);
            after = new ExecutionQuery.Cursor(Instant.ofEpochSecond(place[0], place[1]), place[2]);
        }
        List<StoredExecution> found = readable(
                (last, limit) -> store.list(query(filter, last, limit)),
                after,
                StoreQueries::cursor,
                filter.maxResults() + 1);
        boolean more = found.size() > filter.maxResults();
        List<StoredExecution> shown = more ? found.subList(0, filter.maxResults()) : found;
        return new Page<>(
                shown.stream().map(views::summary).toList(), more ? token(filter, shown.get(shown.size() - 1)) : null);
    }

    private static ExecutionQuery query(ExecutionFilter filter, ExecutionQuery.@Nullable Cursor after, int limit) {
        return new ExecutionQuery(
                filter.workflow(),
                filter.status() == null ? null : StoredViews.stored(filter.status()),
                filter.startedFrom(),
                filter.startedBefore(),
                filter.namePrefix(),
                filter.parked(),
                after,
                limit);
    }

    private static ExecutionQuery.Cursor cursor(StoredExecution execution) {
        return new ExecutionQuery.Cursor(execution.head().start(), execution.key());
    }

    /** Reads so many behind a place. */
    @FunctionalInterface
    private interface Source<P> {
        List<StoredExecution> read(@Nullable P after, int limit);
    }

    /** As many as there are of so many; of those that cannot be read what remains. Then each is asked for by itself. */
    private static <P> List<StoredExecution> readable(
            Source<P> source, @Nullable P after, Function<StoredExecution, P> place, int limit) {
        try {
            return source.read(after, limit);
        } catch (DamagedExecutionException damaged) {
            List<StoredExecution> found = new ArrayList<>();
            @Nullable P last = after;
            boolean more = true;
            while (more && found.size() < limit) {
                List<StoredExecution> next = oneOrRemains(source, last);
                found.addAll(next);
                more = !next.isEmpty();
                last = more ? place.apply(next.get(0)) : last;
            }
            return found;
        }
    }

    private static <P> List<StoredExecution> oneOrRemains(Source<P> source, @Nullable P after) {
        try {
            return source.read(after, 1);
        } catch (DamagedExecutionException damaged) {
            return List.of(damaged.remains());
        }
    }

    private static String token(ExecutionFilter filter, StoredExecution last) {
        Instant start = last.head().start();
        return PageToken.of(filter.query(), start.getEpochSecond(), start.getNano(), last.key());
    }

    private Page<ExecutionSummary> children(ExecutionFilter filter, String mapRun) {
        @Nullable Integer after = null;
        if (filter.nextToken() != null) {
            after = Math.toIntExact(PageToken.place(filter.nextToken(), filter.query(), 1)[0]);
        }
        List<StoredExecution> found = readable(
                (last, limit) -> store.children(mapRun, last == null ? -1 : last, limit),
                after,
                StoreQueries::position,
                filter.maxResults() + 1);
        boolean more = found.size() > filter.maxResults();
        List<StoredExecution> looked = more ? found.subList(0, filter.maxResults()) : found;
        return new Page<>(
                views.children(mapRun, looked, environment.now()).stream()
                        .filter(child -> filter.status() == null || filter.status() == child.status())
                        .filter(child -> filter.redriven() == null || filter.redriven() == child.redriveCount() > 0)
                        .toList(),
                more ? PageToken.of(filter.query(), position(looked.get(looked.size() - 1))) : null);
    }

    private static int position(StoredExecution child) {
        StoredExecution.@Nullable Parent parent = child.head().parent();
        return parent == null ? 0 : parent.position();
    }

    /**
     * A page of the history of an execution.
     *
     * @throws IllegalArgumentException if the token is none, or that of another query
     * @throws IllegalStateException if the history was not recorded
     */
    Page<HistoryEvent> history(long key, HistoryQuery query) {
        List<?> fixed = List.of("history", key, query.reverseOrder(), query.includeExecutionData());
        long after = query.nextToken() == null ? 0 : PageToken.place(query.nextToken(), fixed, 1)[0];
        List<HistoryEvent> found = store.history(key, after, query.maxResults() + 1, query.reverseOrder());
        if (found.isEmpty() && after == 0 && hasEvents(key)) {
            throw new IllegalStateException("the history of this execution was not recorded");
        }
        boolean more = found.size() > query.maxResults();
        List<HistoryEvent> shown = more ? found.subList(0, query.maxResults()) : found;
        return new Page<>(
                query.includeExecutionData()
                        ? shown
                        : shown.stream().map(StoreQueries::withoutData).toList(),
                more ? PageToken.of(fixed, shown.get(shown.size() - 1).id()) : null);
    }

    private boolean hasEvents(long key) {
        return store.get(key).filter(found -> found.progress().lastEvent() > 0).isPresent();
    }

    private static HistoryEvent withoutData(HistoryEvent event) {
        JsonNode details = event.details();
        if (DATA.stream().noneMatch(details::has)) {
            return event;
        }
        ObjectBuilder rest = Json.object();
        details.properties().forEach(field -> {
            if (!DATA.contains(field.getKey())) {
                rest.set(field.getKey(), field.getValue());
            }
        });
        return new HistoryEvent(event.id(), event.previousEventId(), event.timestamp(), event.type(), rest.build());
    }

    /** All events of an execution, in their order. */
    List<HistoryEvent> history(long key) {
        List<HistoryEvent> events = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<HistoryEvent> page =
                    history(key, HistoryQuery.all().maxResults(PageSize.MOST).nextToken(next));
            events.addAll(page.items());
            next = page.nextToken();
        } while (next != null);
        return events;
    }
}
