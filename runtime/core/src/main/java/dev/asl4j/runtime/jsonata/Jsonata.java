package dev.asl4j.runtime.jsonata;

/** Where expressions come from. */
public final class Jsonata {
    private Jsonata() {}

    /**
     * An expression. Its text is parsed when it is first evaluated, so a constant costs nothing until then; a fault in the
     * text is reported by the evaluation.
     *
     * @param text without <code>{%</code> and <code>%}</code>
     */
    public static Expression compile(String text) {
        return new Interpreted(text);
    }
}
