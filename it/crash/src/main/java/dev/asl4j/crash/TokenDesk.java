package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.Child.RefusedException;
import dev.asl4j.crash.check.Acknowledged;
import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.crash.work.SideLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Answers the tokens that the handlers have left in the side log: at once, or seconds later after signs of life, by whichever process there is
 * then.
 */
final class TokenDesk {
    private static final long BEAT_MILLIS = 1_500;

    private final SideLog.Tail side;
    private final Clerk clerk;
    private final Map<String, Question> questions = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, Long> beats = new HashMap<>();

    TokenDesk(Path side, Clerk clerk) {
        this.side = new SideLog.Tail(side);
        this.clerk = clerk;
    }

    /** What was acknowledged. */
    Acknowledged acknowledged() {
        return new Acknowledged(Set.copyOf(answered), Map.copyOf(beats));
    }

    void work(long now) throws IOException {
        for (SideEntry entry : side.news()) {
            if (entry.kind() == SideEntry.Kind.TOKEN
                    && !entry.note().path("answer").asText().equals("none")) {
                long later =
                        TimeUnit.SECONDS.toMillis(entry.note().path("later").asLong());
                questions.putIfAbsent(entry.note().path("token").asText(), new Question(entry.note(), now + later));
            }
        }
        questions.values().forEach(question -> answer(question, now));
    }

    private void answer(Question question, long now) {
        if (question.settled || question.asked) {
            return;
        }
        if (now < question.due) {
            beat(question, now);
            return;
        }
        question.asked = true;
        ObjectNode command = Command.of("answer");
        command.set("token", question.note.path("token"));
        command.set("answer", question.note.path("answer"));
        command.set("value", question.note.path("value"));
        clerk.ask(
                command,
                ok -> {
                    question.settled = true;
                    answered.add(question.token());
                    clerk.note("answered " + question.token());
                },
                failed -> {
                    question.asked = false;
                    question.settled = failed instanceof RefusedException refused
                            && refused.error().equals("TaskAnswerException");
                });
    }

    /** If it goes wrong, the next one comes soon. */
    private void beat(Question question, long now) {
        if (now >= question.nextBeat) {
            question.nextBeat = now + BEAT_MILLIS;
            ObjectNode command = Command.of("heartbeat");
            command.set("token", question.note.path("token"));
            long sent = System.currentTimeMillis();
            clerk.ask(command, ok -> beats.merge(question.token(), sent, Math::max), failed -> question.nextBeat = 0);
        }
    }

    private static final class Question {
        private final JsonNode note;
        private final long due;
        private long nextBeat;
        private boolean asked;
        private boolean settled;

        Question(JsonNode note, long due) {
            this.note = note;
            this.due = due;
        }

        String token() {
            return note.path("token").asText();
        }
    }
}
