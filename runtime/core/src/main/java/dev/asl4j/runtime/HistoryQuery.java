package dev.asl4j.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Which events of an execution are wanted, and how.
 *
 * @param maxResults at most so many a page: 100 if left out or 0, and 1,000 at most
 * @param reverseOrder the latest first
 * @param includeExecutionData false leaves {@code input}, {@code output} and {@code inputDetails}, {@code outputDetails} out of the
 *     events' details; all else stays
 * @param nextToken of the page before; null for the first page
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 * @since 0.1.0
 */
public record HistoryQuery(
        int maxResults,
        boolean reverseOrder,
        boolean includeExecutionData,
        @Nullable String nextToken) {
    private static final HistoryQuery FIRST = new HistoryQuery(PageSize.DEFAULT, false, true, null);

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if {@code maxResults} is negative or above 1,000
     */
    public HistoryQuery {
        maxResults = PageSize.of(maxResults);
    }

    /** From the first event on, with data, 100 a page. */
    public static HistoryQuery all() {
        return FIRST;
    }

    /**
     * At most so many a page.
     *
     * @throws IllegalArgumentException if it is negative or above 1,000
     */
    public HistoryQuery maxResults(int maxResults) {
        return new HistoryQuery(maxResults, reverseOrder, includeExecutionData, nextToken);
    }

    /** The latest first, or the first first. */
    public HistoryQuery reverseOrder(boolean reverseOrder) {
        return new HistoryQuery(maxResults, reverseOrder, includeExecutionData, nextToken);
    }

    /** With or without inputs and outputs. */
    public HistoryQuery includeExecutionData(boolean includeExecutionData) {
        return new HistoryQuery(maxResults, reverseOrder, includeExecutionData, nextToken);
    }

    /** The page that begins where the one ended that gave the token; the first one if it is null. */
    public HistoryQuery nextToken(@Nullable String nextToken) {
        return new HistoryQuery(maxResults, reverseOrder, includeExecutionData, nextToken);
    }
}
