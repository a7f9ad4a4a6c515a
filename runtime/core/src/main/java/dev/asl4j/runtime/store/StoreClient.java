package dev.asl4j.runtime.store;

/** What a store tells the engine that has joined it; on threads of the store, so all of it must be quick. */
public interface StoreClient {
    /** A message has come for an execution that the engine holds. Ones that were handed out before may come again. */
    void received(long key, StoredMessage message);

    /** Something may have become due that nobody holds: a good moment for {@link StoreSession#claimDue}. */
    void due();

    /** An execution that another engine held may have ended: told of {@linkplain StoreSession#watch watched} ones, perhaps twice. */
    void ended(long key);

    /**
     * The session is lost: others took the engine for dead and hold what it held. Whatever it runs must be dropped without effect; it
     * may join again.
     */
    void lost();
}
