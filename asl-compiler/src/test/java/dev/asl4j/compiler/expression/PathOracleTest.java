package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The json-path library takes and refuses the same paths, on generated ones and on ones with random faults; and it takes them to be
 * definite or not as we do. Where the two differ on purpose, the difference is listed here with its reason.
 */
final class PathOracleTest {

    /** What json-path takes and we refuse: by a part of our message. */
    private static final Map<String, String> REFUSED = Map.of(
            "it does not start with \"$\"", "json-path completes such a path; AWS refuses it",
            "\".\" or \"[\" is expected here", "json-path ignores one character there, and takes more for a name",
            "there is no function", "json-path looks for the function when it runs, and fails",
            "nothing can follow a function", "json-path reads its parenthesis as a name",
            "a function cannot follow \"..\"", "json-path fails when it runs",
            "a blank is missing before this in the filter",
                    "json-path takes && and what follows for a part of the name",
            "indexes or a slice are expected", "json-path ignores what stands behind the second number of a slice",
            "the bracket is not closed", "json-path ignores a bracket that is opened at the end",
            "the name is not closed by", "json-path ignores a quotation mark that is opened at the end",
            "has a placeholder", "the name of a placeholder is not the name that is meant");

    /** More of the same, in literals and names in brackets, whose inside json-path does not look at. */
    private static final Map<String, String> REFUSED_INSIDE = Map.of(
            "a name in ", "json-path skips what is neither name nor comma",
            "a comma or \"]\" is expected here",
                    "json-path skips what is neither name nor comma; lists it reads when it runs",
            "a value is expected here", "json-path reads lists when it runs",
            "\":\" is expected here", "json-path reads objects when it runs",
            "a blank stands in a name", "an escaped bracket does not open one, by the specification",
            "\"!\" does not turn a comparison around", "json-path drops the exclamation mark");

    /** What we take and json-path refuses: by the path. */
    private static final Map<String, String> TAKEN = Map.of(
            "\\$\\$.*", "the context object: AWS takes its first $ away",
            "\\$[\\w\u00E9]+.*", "variables",
            ".*\\[ *\\(.*", "scripts: definitions in use have them",
            ".*\\\\.*", "escaped signs in names, by the specification",
            ".*([=<>] *|empty |contains |size )[a-z\u00E9].*", "words without quotes: definitions in use have them");

    private final Random random = new Random(20_260_102);

    @Test
    void generatedPathsAreTakenByBoth() {
        for (int round = 0; round < 5_000; round++) {
            String path = "$" + steps(3) + pick("", "", "", ".length()", ".max(1, 2)");
            JsonPath theirs = theirs(path);
            Path ours = PathParser.parse(path);

            assertThat(theirs).as("json-path on %s", path).isNotNull();
            assertThat(ours.definite()).as("definite: %s", path).isEqualTo(theirs.isDefinite());
            assertThat(theirs(PathPrinter.print(ours)))
                    .as("printed: %s", path)
                    .extracting(JsonPath::getPath)
                    .isEqualTo(theirs.getPath().replace('"', '\''));
        }
    }

    @Test
    void mutatedPathsAreTakenOrRefusedByBoth() {
        List<String> unexplained = new ArrayList<>();
        int both = 0;
        for (int round = 0; round < 30_000; round++) {
            String path = mutated("$" + steps(2));
            boolean theirs = theirs(path) != null;
            String fault = fault(path);
            both += theirs && fault.isEmpty() ? 1 : 0;
            if (theirs && !fault.isEmpty() && !isKnown(fault)) {
                unexplained.add("only they take " + path + ", we say: " + fault);
            }
            if (!theirs && fault.isEmpty() && TAKEN.keySet().stream().noneMatch(path::matches)) {
                unexplained.add("only we take " + path);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(both).isGreaterThan(3_000);
    }

    private static @Nullable JsonPath theirs(String path) {
        try {
            return JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException refused) {
            return null;
        }
    }

    private static String fault(String path) {
        try {
            PathParser.parse(path);
            return "";
        } catch (ExpressionFault refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static boolean isKnown(String fault) {
        return Stream.of(REFUSED, REFUSED_INSIDE)
                .anyMatch(known -> known.keySet().stream().anyMatch(fault::contains));
    }

    private String mutated(String path) {
        String signs = "$@.[]()*?'\":,-!=<>~&|/\\ 01ab{}\u00E9";
        StringBuilder text = new StringBuilder(path);
        for (int changes = 1 + random.nextInt(2); changes > 0 && text.length() > 0; changes--) {
            int place = random.nextInt(text.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.insert(place, sign);
                case 2 -> text.setCharAt(place, sign);
                default -> text.append(sign);
            }
        }
        return text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String steps(int most) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            path.append(pick("", "", "", ".")).append(bracket());
            path.append(pick("", ".a", ".b-c", ".*", "..d", "..*", ".\u00E9"));
        }
        return path.toString();
    }

    private String bracket() {
        return switch (random.nextInt(7)) {
            case 0 -> pick("['a']", "[\"b\"]", "[ 'c d' ]", "['it\\'s']", "['']");
            case 1 -> pick("['a','b']", "['a', 'b', 'c']");
            case 2 -> pick("[0]", "[-1]", "[ 12 ]", "[0,1]", "[0, -1]");
            case 3 -> pick("[1:]", "[:2]", "[-3:]", "[0:4]", "[:-1]", "[0:4:2]");
            case 4 -> pick("[*]", "[ * ]");
            default -> "[?(" + condition(2) + ")]";
        };
    }

    private String condition(int depth) {
        String value = pick("@.a", "@['b']", "@", "@.c[0]", "$.d", "@.e.length()");
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> value;
            case 1 -> "!" + value;
            case 2, 3 -> value + pick(" == ", "==", " != ", " < ", " >= ", " === ") + literal();
            case 4 ->
                value
                        + pick(
                                " in ['a', 'b']",
                                " nin [1]",
                                " contains 'x'",
                                " size 2",
                                " empty true",
                                " =~ /x.*/i",
                                " anyof [1, 2]");
            case 5 -> condition(depth - 1) + " && " + condition(depth - 1);
            case 6 -> condition(depth - 1) + " || " + condition(depth - 1);
            case 7 -> "!(" + condition(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + ")";
        };
    }

    private String literal() {
        return pick("1", "-2.5", "'x'", "\"y\"", "true", "null", "'it\\'s'", "[1, 2]", "@.z");
    }
}
