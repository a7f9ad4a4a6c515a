package dev.asl4j.runtime.jsonata;

import static java.util.stream.Collectors.toMap;

import com.dashjoin.jsonata.Jsonata;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The functions whose behaviour is not the library's: those that Step Functions adds, those whose work must be bounded, those
 * that reach for clock and chance, and all the others for the kinds of their arguments. {@code $eval} does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS: transforming data</a>
 */
final class Library {
    /** Name, signature and the library's method; the same name if there is no third word. */
    private static final Map<String, String[]> BUILTIN =
            """
            sum <a<n>:n>
            count <a:n>
            max <a<n>:n>
            min <a<n>:n>
            average <a<n>:n>
            string <x-b?:s>
            substring <s-nn?:s>
            substringBefore <s-s:s>
            substringAfter <s-s:s>
            lowercase <s-:s>
            uppercase <s-:s>
            length <s-:n>
            trim <s-:s>
            pad <s-ns?:s>
            match <s-f<s:o>n?:a<o>>
            contains <s-(sf):b>
            replace <s-(sf)(sf)n?:s>
            split <s-(sf)n?:a<s>>
            join <a<s>s?:s>
            formatNumber <n-so?:s>
            formatBase <n-n?:s>
            formatInteger <n-s:s>
            parseInteger <s-s:n>
            number <(nsb)-:n>
            floor <n-:n>
            ceil <n-:n>
            round <n-n?:n>
            abs <n-:n>
            sqrt <n-:n>
            power <n-n:n>
            boolean <x-:b> toBoolean
            not <x-:b>
            map <af>
            zip <a+>
            filter <af>
            single <af?>
            reduce <afj?:j> foldLeft
            sift <o-f?:o>
            keys <x-:a<s>>
            lookup <x-s:x>
            append <xx:a>
            exists <x:b>
            spread <x-:a<o>>
            merge <a<o>:o>
            reverse <a:a>
            each <o-f:a>
            error <s?:x>
            assert <bs?:x> assertFn
            type <x:s>
            sort <af?:a>
            shuffle <a:a>
            distinct <x:x>
            base64encode <s-:s>
            base64decode <s-:s>
            encodeUrlComponent <s-:s>
            encodeUrl <s-:s>
            decodeUrlComponent <s-:s>
            decodeUrl <s-:s>
            toMillis <s-s?:n> dateTimeToMillis
            fromMillis <n-s?s?:s> dateTimeFromMillis
            clone <(oa)-:o> functionClone
            now <s?s?:s>
            millis <:n>
            """.lines().map(line -> line.split(" ")).collect(toMap(words -> words[0], words -> words));

    /** Functions that check their arguments themselves, and a method of the library with as many parameters. */
    private static final Map<String, String> ADDED = Map.of(
            "partition", "append",
            "range", "substring",
            "hash", "append",
            "random", "sum",
            "uuid", "millis",
            "parse", "sum");

    private static final Map<String, Builtin.Implementation> OWN = own();

    private Library() {}

    private static Map<String, Builtin.Implementation> own() {
        Map<String, Builtin.Implementation> own = new HashMap<>();
        own.put("partition", StepFunctions::partition);
        own.put("range", StepFunctions::range);
        own.put("hash", StepFunctions::hash);
        own.put("random", StepFunctions::random);
        own.put("uuid", StepFunctions::uuid);
        own.put("parse", StepFunctions::parse);
        own.put("now", Corrections::now);
        own.put("fromMillis", Corrections::fromMillis);
        own.put("uppercase", Corrections::uppercase);
        own.put("lowercase", Corrections::lowercase);
        own.put("millis", Corrections::millis);
        own.put("shuffle", Corrections::shuffle);
        own.put("number", Corrections::number);
        own.put("pad", Corrections::pad);
        own.put("substring", Corrections::substring);
        own.put("join", Corrections::join);
        own.put("toMillis", Corrections::toMillis);
        own.put("sort", Corrections::sort);
        own.put("parseInteger", Corrections::parseInteger);
        own.put("encodeUrl", arguments -> Corrections.url("encodeUrl", arguments));
        own.put("decodeUrl", arguments -> Corrections.url("decodeUrl", arguments));
        own.put("encodeUrlComponent", arguments -> Corrections.url("encodeUrlComponent", arguments));
        own.put("decodeUrlComponent", arguments -> Corrections.url("decodeUrlComponent", arguments));
        own.put("contains", Patterns::contains);
        own.put("match", Patterns::match);
        own.put("replace", Patterns::replace);
        own.put("split", Patterns::split);
        return own;
    }

    /** Gives an expression the functions that it names. */
    static void register(Jsonata jsonata, Set<String> names, Evaluation evaluation) {
        jsonata.assign("eval", null);
        for (String name : names) {
            Builtin.Implementation own = OWN.get(name);
            String[] words = BUILTIN.get(name);
            String method = ADDED.get(name);
            if (words != null) {
                jsonata.registerFunction(
                        name, new Builtin(name, words[1], words.length > 2 ? words[2] : name, true, own, evaluation));
            } else if (method != null) {
                jsonata.registerFunction(name, new Builtin(name, "<x?:x>", method, false, own, evaluation));
            }
        }
    }
}
