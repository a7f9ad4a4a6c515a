package dev.asl4j.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * A name by which generated code reads or writes members of objects. It remembers where it was found: of objects that share their names the
 * next one is not searched.
 */
public final class Member {
    /** A place in a definition sees objects of few shapes, or of so many that remembering is of no use. */
    private static final int MOST_CHANGES = 64;

    private static final int FEW_CHANGES = 4; // for names that only one object is known to have

    /** Among names that no object has, as all members share it. */
    private static final Place NOWHERE = new Place(new Keys(new String[0]), -1);

    private final String name;
    private Place last = NOWHERE; // threads may differ about these; each is right for its keys
    private Place before = NOWHERE;
    private int changes;

    private Member(String name) {
        this.name = name;
    }

    /** Of that name. */
    public static Member of(String name) {
        return new Member(name);
    }

    String name() {
        return name;
    }

    /** Position of the member among those names, -1 if it is not among them. */
    int positionIn(Keys keys) {
        Place place = last;
        if (place.keys == keys) {
            return place.position;
        }
        place = before;
        return place.keys == keys ? place.position : search(keys).position;
    }

    /** Where the member stands among those names, or would stand. */
    Place placeIn(Keys keys) {
        Place place = last;
        if (place.keys == keys) {
            return place;
        }
        place = before;
        return place.keys == keys ? place : search(keys);
    }

    private Place search(Keys keys) {
        Place found = new Place(keys, keys.indexOf(name));
        if (changes < (keys.areShared() ? MOST_CHANGES : FEW_CHANGES)) {
            changes++;
            before = last;
            last = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return name;
    }

    /** A place among names. */
    static final class Place {
        private final Keys keys;
        private final int position;
        private @Nullable Keys longer; // made at the first need; threads may differ about it

        private Place(Keys keys, int position) {
            this.keys = keys;
            this.position = position;
        }

        /** Position of the member, -1 if it is not among the names. */
        int position() {
            return position;
        }

        /** These names with the member at the end. */
        Keys with(String name) {
            Keys made = longer;
            if (made == null) {
                made = keys.plus(name);
                longer = made;
            }
            return made;
        }
    }
}
