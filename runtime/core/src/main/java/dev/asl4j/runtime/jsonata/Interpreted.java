package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that the dashjoin library evaluates. The library's parsed expressions keep state and are not for sharing:
 * each evaluation takes one of its own from a small pool, gives it names in a new frame, and puts it back.
 */
final class Interpreted implements Expression {
    private static final int MOST_IDLE = 4;

    private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}\\p{N}_]+)");

    private final String text;
    private final Queue<Parsed> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    Interpreted(String text) {
        this.text = text;
    }

    /** A parsed expression, for one evaluation at a time. */
    private static final class Parsed {
        private final Jsonata jsonata;
        private final Evaluation evaluation = new Evaluation();
        private final Set<String> names = new LinkedHashSet<>();

        Parsed(String text) {
            if (text.contains("$__evaluate_")) { // names by which the library has its steps watched
                throw Fault.plain("Reference to '$__evaluate_entry' or '$__evaluate_exit' is not supported.");
            }
            jsonata = Jsonata.jsonata(text + " "); // the library reads a character past a comment
            // Whatever is evaluated on a thread, the library keeps the names at hand in the expression that was last
            // parsed there. That must not be one which another thread may use at the same time.
            Jsonata.jsonata("0");
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false); // null and nothing are different
            for (Matcher variables = VARIABLE.matcher(text); variables.find(); ) {
                names.add(variables.group(1));
            }
            Library.register(jsonata, names, evaluation);
            evaluation.watch(jsonata);
        }

        @Nullable
        Object evaluate(Bindings bindings) {
            Jsonata.Frame frame = jsonata.createFrame();
            for (String name : names) {
                JsonNode value = bindings.variable(name);
                if (value != null) {
                    frame.bind(name, Views.of(value));
                }
            }
            frame.bind("states", (Object) new Views.States(bindings));
            evaluation.begin(bindings);
            return jsonata.evaluate(null, frame);
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public @Nullable JsonNode evaluate(Bindings bindings) {
        Parsed parsed = null;
        try {
            Parsed idler = idle.poll();
            parsed = idler == null ? new Parsed(text) : idler;
            Object value = parsed.evaluate(bindings);
            return value == null ? null : Results.frozen(value);
        } catch (EvaluationException e) {
            throw e;
        } catch (RuntimeException e) {
            return Failures.valueOf(e, parsed == null ? null : parsed.evaluation);
        } catch (StackOverflowError e) {
            // Only a deep text or a deep regular expression gets here. The library may have left off anywhere, so
            // what was parsed is given up as a whole.
            parsed = null;
            throw EvaluationException.of(null, Fault.depth().text());
        } finally {
            if (parsed != null) {
                parsed.evaluation.end();
                idle.offer(parsed);
            }
        }
    }
}
