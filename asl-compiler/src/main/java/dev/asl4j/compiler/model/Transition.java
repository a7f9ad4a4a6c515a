package dev.asl4j.compiler.model;

/** How a Task, Pass, Wait, Parallel or Map state moves on: exactly one of {@code Next} and {@code "End": true}. */
public sealed interface Transition {

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code Next}. */
    record Next(StateReference target) implements Transition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.next(target);
        }
    }

    /** {@code "End": true}. */
    record End() implements Transition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.end();
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R next(StateReference target);

        R end();
    }
}
