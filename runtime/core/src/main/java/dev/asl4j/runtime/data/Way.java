package dev.asl4j.runtime.data;

/**
 * What is known of a path up to a step of its {@link Selection}.
 *
 * @param definite all steps up to here name one place
 * @param scan the last step was {@code ..}
 * @param missedAny a name was missing somewhere on the way
 * @param lost the definite beginning of the path leads nowhere
 * @param invalid the library would take the path for invalid
 */
record Way(boolean definite, boolean scan, boolean missedAny, boolean lost, boolean invalid) {
    static final Way DEFINITE = new Way(true, false, false, false, false);

    /** After a step that names one place. */
    Way single() {
        return new Way(definite, false, missedAny, lost, invalid);
    }

    /** After a step that may name many. */
    Way indefinite() {
        return new Way(false, false, missedAny, lost, invalid);
    }

    /** After {@code ..}. */
    Way scanning() {
        return new Way(false, true, missedAny, lost, invalid);
    }

    Found refused() {
        return definite ? Found.LOST : Found.NOTHING;
    }

    Found missed() {
        return definite ? Found.LOST : Found.MISSED;
    }

    Way after(Found found) {
        return switch (found) {
            case SOME, NOTHING -> this;
            case MISSED -> new Way(definite, scan, true, lost, invalid);
            case LOST -> new Way(definite, scan, missedAny, true, invalid);
            case INVALID -> new Way(definite, scan, missedAny, true, true);
        };
    }

    /** What a step met at one value. */
    enum Found {
        /** It could be taken. */
        SOME,
        /** It could not be taken here, which an indefinite path permits. */
        NOTHING,
        /** As before, and a name was missing. */
        MISSED,
        /** The definite beginning of the path leads nowhere. */
        LOST,
        /** A filter was applied to a scalar that a definite path names: the library takes the path for invalid. */
        INVALID
    }
}
