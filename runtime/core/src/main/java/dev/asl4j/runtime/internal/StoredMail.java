package dev.asl4j.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the messages of a store that a turn has taken.
 *
 * @param refused those among them that found nothing to be taken for
 */
record StoredMail(List<Long> taken, List<Long> refused) {
    /** None. */
    static final StoredMail NONE = new StoredMail(List.of(), List.of());

    /** Of those that the store keeps. */
    static StoredMail of(List<Mail> mail) {
        @Nullable StoredMail stored = null;
        for (int i = 0; i < mail.size(); i++) {
            Mail one = mail.get(i);
            if (one.stored() != 0) {
                stored = stored == null ? new StoredMail(new ArrayList<>(), new ArrayList<>()) : stored;
                stored.taken.add(one.stored());
                if (one.isRefused()) {
                    stored.refused.add(one.stored());
                }
            }
        }
        return stored == null ? NONE : stored;
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }
}
