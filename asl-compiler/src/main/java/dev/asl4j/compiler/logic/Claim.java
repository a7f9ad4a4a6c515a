package dev.asl4j.compiler.logic;

import java.util.List;

/** A condition in the few forms that are reasoned with. */
sealed interface Claim {

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Holds if all do. */
    record All(List<Claim> claims) implements Claim {
        public All {
            claims = List.copyOf(claims);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** Holds if one does; of no claims, never. */
    record Any(List<Claim> claims) implements Claim {
        public Any {
            claims = List.copyOf(claims);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** Holds if the claim does not. */
    record Not(Claim claim) implements Claim {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /**
     * Holds if the test of a value does.
     *
     * @param subject what is tested, as it is written
     */
    record Atom(String subject, ValueSet test) implements Claim {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atom(this);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R all(All claim);

        R any(Any claim);

        R not(Not claim);

        R atom(Atom claim);
    }
}
