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
 *     Together with {@code status} and {@code redriven} only
 * @param redriven of the children of a Map Run those that were redriven, or those that were not; Express ones never were
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
        @Nullable Boolean redriven,
        int maxResults,
        @Nullable String nextToken) {
    private static final ExecutionFilter ALL =
            new ExecutionFilter(null, null, null, null, null, false, null, null, PageSize.DEFAULT, null);

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if {@code maxResults} is negative or above 1,000, or if there are other conditions than {@code
     *     status} and {@code redriven} beside {@code mapRunArn}, or {@code PENDING_REDRIVE} or {@code redriven} without it
     */
    public ExecutionFilter {
        maxResults = PageSize.of(maxResults);
        if (mapRunArn != null
                && (workflow != null || startedFrom != null || startedBefore != null || namePrefix != null || parked)) {
            throw new IllegalArgumentException("children of a Map Run can be filtered by status and redrive only");
        }
        if (mapRunArn == null && (status == ExecutionStatus.PENDING_REDRIVE || redriven != null)) {
            throw new IllegalArgumentException("only children of a Map Run can be filtered by their redrives");
        }
    }

    /** All executions but the children of Map Runs, 100 a page. */
    public static ExecutionFilter all() {
        return ALL;
    }

    /** Only executions of the state machine of that name. */
    public ExecutionFilter workflow(@Nullable String workflow) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** Only executions of that workflow. */
    public ExecutionFilter workflow(Workflow<?, ?> workflow) {
        return workflow(workflow.name());
    }

    /**
     * Only executions that stand like that.
     *
     * @throws IllegalArgumentException if that is {@code PENDING_REDRIVE} and there is no Map Run
     */
    public ExecutionFilter status(@Nullable ExecutionStatus status) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** Only executions that were started then or later. */
    public ExecutionFilter startedFrom(@Nullable Instant startedFrom) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** Only executions that were started earlier. */
    public ExecutionFilter startedBefore(@Nullable Instant startedBefore) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** Only executions whose name begins so. */
    public ExecutionFilter namePrefix(@Nullable String namePrefix) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** Only executions that cannot go on with the definitions there are, or all. */
    public ExecutionFilter parked(boolean parked) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** The child executions of that Map Run. */
    public ExecutionFilter mapRunArn(@Nullable String mapRunArn) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /**
     * Of the children of a Map Run only those that were redriven, or only those that were not.
     *
     * @throws IllegalArgumentException if there is no Map Run
     */
    public ExecutionFilter redriven(@Nullable Boolean redriven) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /**
     * At most so many a page.
     *
     * @throws IllegalArgumentException if it is negative or above 1,000
     */
    public ExecutionFilter maxResults(int maxResults) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** The page that begins where the one ended that gave the token; the first one if it is null. */
    public ExecutionFilter nextToken(@Nullable String nextToken) {
        return new ExecutionFilter(
                workflow,
                status,
                startedFrom,
                startedBefore,
                namePrefix,
                parked,
                mapRunArn,
                redriven,
                maxResults,
                nextToken);
    }

    /** What has to stay the same from page to page. */
    List<?> query() {
        return Arrays.asList(
                "list", workflow, status, startedFrom, startedBefore, namePrefix, parked, mapRunArn, redriven);
    }
}
