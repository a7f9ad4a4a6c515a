package dev.asl4j.runtime.data;

/**
 * A name by which generated code reads or writes members of objects. It remembers where it was found: of objects that share their names the
 * next one is not searched.
 */
public final class Member {
    /** A place in a definition sees objects of few shapes, or of so many that remembering is of no use. */
    private static final int MOST_CHANGES = 64;

    private static final int FEW_CHANGES = 4; // for names that only one object is known to have

    private static final Place NOWHERE = new Place(Keys.NONE, -1);

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
        return place.keys == keys ? place.position : search(keys);
    }

    private int search(Keys keys) {
        int position = keys.indexOf(name);
        if (changes < (keys.areShared() ? MOST_CHANGES : FEW_CHANGES)) {
            changes++;
            before = last;
            last = new Place(keys, position);
        }
        return position;
    }

    @Override
    public String toString() {
        return name;
    }

    private record Place(Keys keys, int position) {}
}
