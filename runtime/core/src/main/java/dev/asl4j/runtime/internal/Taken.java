package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.StoredFrame;

/** The task of an activity that a worker has taken. */
public record Taken(StoredFrame.Address address, String token, JsonNode input) {
    /** Shows neither the data nor the token. */
    @Override
    public String toString() {
        return "Taken[" + address + "]";
    }
}
