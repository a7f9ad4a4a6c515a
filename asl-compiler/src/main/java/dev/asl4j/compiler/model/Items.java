package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;

/** Where a Map state gets its items from, if not from an {@code ItemReader}. */
public sealed interface Items {

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** JSONPath: {@code ItemsPath}, a reference path on the effective input; never null in the definition. */
    record AtPath(PathSetting path) implements Items {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atPath(path);
        }
    }

    /** JSONata: {@code Items}, an expression, an array or an object. */
    record Computed(Template template) implements Items {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.computed(template);
        }
    }

    /** JSONata without {@code Items}: the raw input. */
    record Input() implements Items {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.input();
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R atPath(PathSetting path);

        R computed(Template template);

        R input();
    }
}
