package dev.asl4j.benchmarks.work;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs, as they come from outside: as text. */
public final class Inputs {
    private static final String[] GROUPS = {"brake", "chain", "light"};

    private Inputs() {}

    static String frame() {
        return """
            {"frame":"f-77","station":{"no":0},"colour":{"code":"RAL 5015","gloss":0.7},"coats":[1,2,2],"rush":false}""";
    }

    static String bike() {
        return """
            {"bike":"f-77","found":{"part":"none","grade":0},"owner":{"id":"o-5","kind":"regular",\
            "address":{"town":"Lund","zip":"223 50"}}}""";
    }

    static String tyre() {
        return """
            {"tyre":"28-622","strokes":0}""";
    }

    static String wheels() {
        return """
            {"tension":118,"mechanic":"Ebba"}""";
    }

    /** A store with so many parts. */
    public static String store(int parts) {
        return list(
                "{\"shop\":\"Malmö C\",\"parts\":[",
                parts,
                i -> "{\"part\":\"p-" + i + "\",\"shelf\":\"s-" + i % 40 + "\",\"stock\":" + i * 7 % 11 + ",\"price\":"
                        + (i % 90 + 1) + ".25}");
    }

    /** An order of five parts. */
    public static String order() {
        return list(
                """
                {"order":"r-2051","shop":"Malmö C","currency":"SEK","visits":3,"bike":{"frame":"f-77","wheels":28},\
                "owner":{"id":"o-5","kind":"regular","address":{"street":"Bangatan 4","town":"Lund","zip":"223 50"}},\
                "parts":[""",
                5,
                i -> "{\"code\":\"" + GROUPS[i % 3] + "-" + i + "\",\"pieces\":" + (i * 5 % 12 + 1) + ",\"price\":"
                        + (i * 13 + 4) + ".5}");
    }

    static String invoice(int parts) {
        return list(
                """
                {"shop":"Malmö C","number":4711,"owner":{"given":"Nils","family":"Holm","address":"Bangatan Lund"},\
                "parts":[""",
                parts,
                i -> "{\"code\":\"" + GROUPS[i % 3] + "-" + i + "\",\"pieces\":" + (i % 9 + 1) + ",\"price\":"
                        + (i * 7 % 40 + 1) + ".25}");
    }

    private static String list(String begin, int size, IntFunction<String> item) {
        return IntStream.range(0, size).mapToObj(item).collect(Collectors.joining(",", begin, "]}"));
    }
}
