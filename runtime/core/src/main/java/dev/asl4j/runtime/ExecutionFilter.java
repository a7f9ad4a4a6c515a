package dev.asl4j.runtime;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are to be listed. Null leaves a condition out; all that are given have to hold.
 *
 * <pre>{@code
 * engine.list(ExecutionFilter.all().workflow("payment").status(ExecutionStatus.FAILED).startedFrom(yesterday));
 * }</pre>
 *
 * @param workflow name of the state machine
 * @param startedFrom started then or later
 * @param startedBefore started earlier
 * @param namePrefix how the name begins
 * @param parked only those that cannot go on with the definitions there are, see {@link ExecutionDescription#parkedReason}
 * @param mapRunArn the child executions of that Map Run, by their position; without it there are no children of Map Runs in a list.
 *     Together with {@code status} only
 * @param maxResults at most so many a page: 100 if left out or 0, and 1,000 at most
 * @param nextToken of the page before; null for the first page
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">ListExecutions</a>
 * @since 0.1.0
 */
public record ExecutionFilter(
        @Nullable String workflow,
        @Nullable ExecutionStatus status,
        @Nullable Instant startedFrom,
        @Nullable Instant startedBefore,
        @Nullable String namePrefix,
        boolean parked,
        @Nullable String mapRunArn,
        int maxResults,
        @Nullable String nextToken) {
    private static final ExecutionFilter ALL =
            new ExecutionFilter(null, null, null, null, null, false, null, PageSize.DEFAULT, null);

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if {@code maxResults} is negative or above 1,000, or if there are other conditions than {@code
     *     status} beside {@code mapRunArn}
     */
    public ExecutionFilter {
        maxResults = PageSize.of(maxResults);
        if (mapRunArn != null
                && (workflow != null || startedFrom != null || startedBefore != null || namePrefix != null || parked)) {
            throw new IllegalArgumentException("children of a Map Run can be filtered by their status only");
        }
    }

    /** All executions but the children of Map Runs, 100 a page. */
    public static ExecutionFilter all() {
        return ALL;
    }

    /** Only executions of the state machine of that name. */
    public ExecutionFilter workflow(@Nullable String workflow) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** Only executions of that workflow. */
    public ExecutionFilter workflow(Workflow<?, ?> workflow) {
        return workflow(workflow.name());
    }

    /** Only executions that stand like that. */
    public ExecutionFilter status(@Nullable ExecutionStatus status) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** Only executions that were started then or later. */
    public ExecutionFilter startedFrom(@Nullable Instant startedFrom) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** Only executions that were started earlier. */
    public ExecutionFilter startedBefore(@Nullable Instant startedBefore) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** Only executions whose name begins so. */
    public ExecutionFilter namePrefix(@Nullable String namePrefix) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** Only executions that cannot go on with the definitions there are, or all. */
    public ExecutionFilter parked(boolean parked) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** The child executions of that Map Run. */
    public ExecutionFilter mapRunArn(@Nullable String mapRunArn) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /**
     * At most so many a page.
     *
     * @throws IllegalArgumentException if it is negative or above 1,000
     */
    public ExecutionFilter maxResults(int maxResults) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** The page that begins where the one ended that gave the token; the first one if it is null. */
    public ExecutionFilter nextToken(@Nullable String nextToken) {
        return new ExecutionFilter(
                workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, maxResults, nextToken);
    }

    /** What has to stay the same from page to page. */
    List<?> query() {
        return Arrays.asList("list", workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn);
    }
}
