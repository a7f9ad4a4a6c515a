package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution that was taken up, until its frames are objects again. If there is no definition for it, it is parked with a reason; if its
 * frames make no sense, too: so it is neither lost nor tried again and again.
 */
final class Loading {
    private static final System.Logger LOG = System.getLogger(Loading.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Claimed claimed;

    Loading(Claimed claimed) {
        this.claimed = claimed;
    }

    StoredExecution execution() {
        return claimed.execution();
    }

    /**
     * Makes a driver of it.
     *
     * @param mail what it is told at first
     */
    Loaded load(EngineExecution execution, Host host, EngineCore engine, Standing standing, List<Mail> mail) {
        boolean ended = execution().progress().status() != Status.RUNNING;
        boolean redrive = ended && isRedriven(mail, engine.environment().now());
        if (ended && !redrive) {
            return new Loaded(
                    null, standing.release(execution().progress().parked(), StoredMail.of(mail)), null, Answer.REFUSED);
        }
        try {
            return load(
                    execution,
                    host,
                    engine,
                    standing,
                    mail,
                    engine.definitions().resolve(execution()));
        } catch (StoreException away) {
            LOG.log(System.Logger.Level.WARNING, "The store could not be asked for what an execution needs.", away);
            Instant later = engine.environment().now().plus(AGAIN);
            return new Loaded(null, standing.release(null, StoredMail.NONE, later), null, Answer.MOVED);
        }
    }

    private Loaded load(
            EngineExecution execution,
            Host host,
            EngineCore engine,
            Standing standing,
            List<Mail> mail,
            Machines.Resolution resolution) {
        @Nullable String problem = resolution.problem();
        if (resolution.machine() != null) {
            try {
                Driver driver = Driver.restore(
                        resolution.machine(),
                        execution.identity(),
                        engine.environment(),
                        engine.settings(),
                        host,
                        execution(),
                        claimed.frames());
                engine.wakeups().taken(driver.wake());
                standing.goesBy(resolution.machine().fingerprint());
                if (isFromElsewhere(execution) && engine.definitions().isLeftOver(execution())) {
                    host.post(new Message.Stop(null, null));
                }
                return new Loaded(driver, null, null, Answer.DONE);
            } catch (UnresolvableStateException missing) {
                problem = "the registered definition "
                        + resolution.machine().fingerprint() + " has " + missing.getMessage()
                        + "; the execution began with "
                        + execution().progress().fingerprint();
            } catch (StoreException away) {
                throw away;
            } catch (Throwable thrown) { // whatever it is, it would come again
                LOG.log(System.Logger.Level.ERROR, "An execution cannot be taken up: " + execution, thrown);
                problem = "its frames cannot be taken up: " + thrown;
            }
        }
        for (Mail told : mail) {
            if (told.message() instanceof Message.Stop stop) {
                return stopped(engine.environment(), engine.settings(), standing, stop, mail);
            }
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "An execution cannot go on and is parked: "
                        + execution.identity().id() + ": " + problem);
        return new Loaded(null, standing.release(problem, StoredMail.NONE), null, Answer.PARKED);
    }

    /** Whether another session, of an engine that may have died, has started it. */
    private boolean isFromElsewhere(EngineExecution execution) {
        return execution().progress().status() == Status.RUNNING
                && execution().key() >>> StoreSession.COUNTER_BITS
                        != execution.seat().session().number();
    }

    /** Whether it is to go on after its end: that is said to it first. What a client repeats has been done. */
    private boolean isRedriven(List<Mail> mail, Instant now) {
        ClientTokens tokens = ClientTokens.of(claimed.frames());
        for (int i = 0; i < mail.size(); i++) {
            if (mail.get(i).message() instanceof Message.Redrive redrive
                    && !tokens.isUsed(redrive.clientToken(), now)) {
                mail.add(0, mail.remove(i));
                return true;
            }
        }
        return false;
    }

    /** Ends one that cannot go on: for this no definition is needed. */
    private static Loaded stopped(
            Environment environment, Settings settings, Standing standing, Message.Stop stop, List<Mail> mail) {
        Outcome outcome = new Outcome(Ending.ABORTED, null, Failure.of(stop.error(), stop.cause()), environment.now());
        Turn turn = standing.end(outcome, settings.recordHistory(), StoredMail.of(mail));
        return new Loaded(null, turn, outcome, Answer.DONE);
    }

    /**
     * What became of it.
     *
     * @param driver null if it does not go on: then there is a turn that gives it back
     * @param outcome if it has ended by that turn
     * @param answer to whoever has told it something
     */
    record Loaded(
            @Nullable Driver driver,
            @Nullable Turn turn,
            @Nullable Outcome outcome,
            Answer answer) {}
}
