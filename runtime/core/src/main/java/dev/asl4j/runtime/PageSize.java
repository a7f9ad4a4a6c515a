package dev.asl4j.runtime;

/** How many items a page may have, by AWS's rule. */
final class PageSize {
    /** If nothing, or 0, is said. */
    static final int DEFAULT = 100;

    static final int MOST = 1_000;

    private PageSize() {}

    /**
     * The size that was asked for.
     *
     * @throws IllegalArgumentException if it is negative or above 1,000
     */
    static int of(int maxResults) {
        if (maxResults < 0 || maxResults > MOST) {
            throw new IllegalArgumentException("maxResults is from 0, for the default, to " + MOST + ": " + maxResults);
        }
        return maxResults == 0 ? DEFAULT : maxResults;
    }
}
