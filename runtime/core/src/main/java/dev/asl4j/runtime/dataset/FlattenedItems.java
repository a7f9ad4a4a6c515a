package dev.asl4j.runtime.dataset;

import dev.asl4j.runtime.dataset.ObjectNames.ObjectName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The items of many objects, one object after the other; one is open at a time. */
final class FlattenedItems implements ItemSource {
    private final ObjectNames names;
    private final ObjectItems objects;
    private @Nullable ItemSource current;

    FlattenedItems(ObjectNames names, ObjectItems objects) {
        this.names = names;
        this.objects = objects;
    }

    @Override
    public @Nullable DataItem next() throws IOException {
        while (true) {
            if (current == null) {
                @Nullable ObjectName name = names.next();
                if (name == null) {
                    return null;
                }
                current = objects.open(name.bucket(), name.key(), null);
            }
            @Nullable DataItem item = current.next();
            if (item != null) {
                return item;
            }
            current.close();
            current = null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            names.close();
        }
    }
}
