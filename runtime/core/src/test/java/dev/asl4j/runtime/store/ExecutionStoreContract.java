package dev.asl4j.runtime.store;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What every store must pass: extend it and say how an empty store is opened. */
@Timeout(180)
public abstract class ExecutionStoreContract
        implements TurnCases,
                NoteCases,
                SessionCases,
                MessageCases,
                VerdictCases,
                ListCases,
                MapRunCases,
                RetentionCases,
                ValueCases,
                CompetitionCases {
    private final List<Party> parties = new ArrayList<>();
    private ExecutionStore store;

    /** An empty store; it is closed after the test. */
    protected abstract ExecutionStore open() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        parties.forEach(Party::close);
        store.close();
    }

    @Override
    public final ExecutionStore store() {
        return store;
    }

    @Override
    public final Party join() {
        Party party = new Party(store);
        parties.add(party);
        return party;
    }
}
