package dev.asl4j.compiler.check;

import dev.asl4j.compiler.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The catalogue of AWS's own service integrations, those of its SDK aside: the resource {@code integrations.txt}, which says how it is written. */
final class Integrations {

    private static final String FILE = "integrations.txt";
    private static final String ANY = "*";
    private static final String OPEN = "...";

    private final SortedMap<String, Action> actions = new TreeMap<>();
    private final SortedSet<String> services = new TreeSet<>();

    /**
     * What can be called.
     *
     * @param patterns how
     * @param required the parameters that have to be there
     * @param known all parameters that are listed
     * @param complete whether there are no others
     */
    record Action(Set<Resource.Pattern> patterns, List<String> required, Set<String> known, boolean complete) {

        boolean knows(String parameter) {
            return !complete || known.contains(parameter);
        }
    }

    private Integrations() {}

    static Integrations read() {
        try (InputStream file = Objects.requireNonNull(Integrations.class.getResourceAsStream(FILE), FILE)) {
            Integrations integrations = new Integrations();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(integrations::add);
            return integrations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        List<String> columns = List.of(line.split("\\|", -1));
        String name = columns.get(0).strip();
        Set<Resource.Pattern> patterns = EnumSet.noneOf(Resource.Pattern.class);
        words(columns.get(1)).forEach(word -> patterns.add(pattern(word)));
        List<String> required = words(columns.get(2));
        List<String> others = words(columns.get(3));
        Set<String> known = new LinkedHashSet<>(required);
        known.addAll(others);
        actions.put(name, new Action(patterns, required, known, !known.remove(OPEN)));
        services.add(name.substring(0, name.indexOf(':')));
    }

    private static List<String> words(String column) {
        String text = column.strip();
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static Resource.Pattern pattern(String word) {
        return switch (word) {
            case "once" -> Resource.Pattern.REQUEST_RESPONSE;
            case "sync" -> Resource.Pattern.SYNC;
            case "sync:2" -> Resource.Pattern.SYNC_2;
            case "token" -> Resource.Pattern.WAIT_FOR_TASK_TOKEN;
            default -> throw new IllegalStateException(FILE + ": no such way of calling: " + word);
        };
    }

    /** What is known of an action; null: there is no such one. */
    @Nullable
    Action action(String service, String action) {
        Action named = actions.get(service + ":" + action);
        return named == null ? actions.get(service + ":" + ANY) : named;
    }

    boolean hasService(String service) {
        return services.contains(service);
    }

    /** The actions of a service, or of all if there is no such one: {@code sqs:sendMessage}. */
    List<String> namesNear(String service) {
        List<String> names = new ArrayList<>(actions.keySet());
        names.removeIf(name -> name.endsWith(ANY) || (hasService(service) && !name.startsWith(service + ":")));
        return names;
    }
}
