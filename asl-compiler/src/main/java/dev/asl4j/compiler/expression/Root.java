package dev.asl4j.compiler.expression;

/** What a path starts from. */
public sealed interface Root {

    /** The root as it is written. */
    String text();

    /** Calls the method for this kind of root. */
    <R> R accept(Visitor<R> visitor);

    /** {@code $}: the document the path is applied to. */
    record Document() implements Root {

        @Override
        public String text() {
            return "$";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.document();
        }
    }

    /** {@code $$}: the context object. */
    record Context() implements Root {

        @Override
        public String text() {
            return "$$";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.context();
        }
    }

    /**
     * {@code $name}: a variable.
     *
     * @param name the name without the dollar sign
     */
    record Variable(String name) implements Root {

        @Override
        public String text() {
            return "$" + name;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variable(name);
        }
    }

    /** {@code @}: the element a filter is asked about; only inside filters. */
    record Current() implements Root {

        @Override
        public String text() {
            return "@";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current();
        }
    }

    /**
     * One method for each kind of root.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** {@code $}. */
        R document();

        /** {@code $$}. */
        R context();

        /** {@code $name}. */
        R variable(String name);

        /** {@code @}. */
        R current();
    }
}
