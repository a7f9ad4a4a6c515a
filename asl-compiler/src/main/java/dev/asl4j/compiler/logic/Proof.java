package dev.asl4j.compiler.logic;

import java.util.List;

/**
 * Looks for a proof, for so many steps and no more: conditions can be nested so that a complete search would not end.
 *
 * <p>It is about conditions that come to an end without an error: one that fails, fails the execution, and no other is asked.
 */
final class Proof {
    private final int most;
    private int steps;

    Proof(int steps) {
        this.most = steps;
        this.steps = steps;
    }

    /** How many steps were taken. */
    int taken() {
        return most - Math.max(0, steps);
    }

    /** Whether the second holds whenever the first does; false: no proof was found. */
    boolean implies(Claim first, Claim second) {
        return spend() && (first.accept(new Premise(second)) || second.accept(new Conclusion(first)));
    }

    /** Whether the two never hold together; false: no proof was found. */
    boolean excludes(Claim first, Claim second) {
        return spend() && (first.accept(new Excluded(second)) || second.accept(new Excluded(first)));
    }

    /** Whether one of the two always holds; false: no proof was found. */
    boolean covers(Claim first, Claim second) {
        return spend() && (first.accept(new Covered(second)) || second.accept(new Covered(first)));
    }

    /** Whether it cannot hold; false: no proof was found. */
    boolean refutes(Claim claim) {
        return spend() && claim.accept(new Refuted());
    }

    private boolean spend() {
        return steps-- > 0;
    }

    private boolean everyImplies(List<Claim> claims, Claim second) {
        return claims.stream().allMatch(claim -> implies(claim, second));
    }

    /** By what the first is made of. */
    private final class Premise implements Claim.Visitor<Boolean> {
        private final Claim second;

        Premise(Claim second) {
            this.second = second;
        }

        @Override
        public Boolean all(Claim.All claim) {
            return claim.claims().stream().anyMatch(part -> implies(part, second));
        }

        @Override
        public Boolean any(Claim.Any claim) {
            return everyImplies(claim.claims(), second);
        }

        @Override
        public Boolean not(Claim.Not claim) {
            return second instanceof Claim.Not other && implies(other.claim(), claim.claim());
        }

        @Override
        public Boolean atom(Claim.Atom claim) {
            return second instanceof Claim.Atom other
                    && other.subject().equals(claim.subject())
                    && claim.test().implies(other.test());
        }
    }

    /** By what the second is made of. */
    private final class Conclusion implements Claim.Visitor<Boolean> {
        private final Claim first;

        Conclusion(Claim first) {
            this.first = first;
        }

        @Override
        public Boolean all(Claim.All claim) {
            return claim.claims().stream().allMatch(part -> implies(first, part));
        }

        @Override
        public Boolean any(Claim.Any claim) {
            return claim.claims().stream().anyMatch(part -> implies(first, part));
        }

        @Override
        public Boolean not(Claim.Not claim) {
            return excludes(first, claim.claim());
        }

        @Override
        public Boolean atom(Claim.Atom claim) {
            return false;
        }
    }

    /** Never together with another. */
    private final class Excluded implements Claim.Visitor<Boolean> {
        private final Claim other;

        Excluded(Claim other) {
            this.other = other;
        }

        @Override
        public Boolean all(Claim.All claim) {
            return claim.claims().stream().anyMatch(part -> excludes(part, other));
        }

        @Override
        public Boolean any(Claim.Any claim) {
            return claim.claims().stream().allMatch(part -> excludes(part, other));
        }

        @Override
        public Boolean not(Claim.Not claim) {
            return implies(other, claim.claim());
        }

        @Override
        public Boolean atom(Claim.Atom claim) {
            return other instanceof Claim.Atom atom
                    && atom.subject().equals(claim.subject())
                    && claim.test().excludes(atom.test());
        }
    }

    /** One of it and another holds. */
    private final class Covered implements Claim.Visitor<Boolean> {
        private final Claim other;

        Covered(Claim other) {
            this.other = other;
        }

        @Override
        public Boolean all(Claim.All claim) {
            return claim.claims().stream().allMatch(part -> covers(part, other));
        }

        @Override
        public Boolean any(Claim.Any claim) {
            return claim.claims().stream().anyMatch(part -> covers(part, other));
        }

        @Override
        public Boolean not(Claim.Not claim) {
            return implies(claim.claim(), other);
        }

        @Override
        public Boolean atom(Claim.Atom claim) {
            return other instanceof Claim.Atom atom
                    && atom.subject().equals(claim.subject())
                    && claim.test().covers(atom.test());
        }
    }

    /** Cannot hold. */
    private final class Refuted implements Claim.Visitor<Boolean> {

        @Override
        public Boolean all(Claim.All claim) {
            List<Claim> parts = claim.claims();
            for (int i = 0; i < parts.size(); i++) {
                if (refutes(parts.get(i))) {
                    return true;
                }
                for (int j = 0; j < i && steps > 0; j++) {
                    if (excludes(parts.get(j), parts.get(i))) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public Boolean any(Claim.Any claim) {
            return claim.claims().stream().allMatch(Proof.this::refutes);
        }

        @Override
        public Boolean not(Claim.Not claim) {
            return false;
        }

        @Override
        public Boolean atom(Claim.Atom claim) {
            return false;
        }
    }
}
