package dev.asl4j.compiler.logic;

import dev.asl4j.compiler.model.ChoiceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What can be proven of the rules of a Choice state, which are tried in their order until one holds. */
public final class ChoiceLogic {

    /** The steps of a proof about two rules, and of all proofs about one state. */
    private static final int STEPS = 1_000;

    private static final int STEPS_PER_STATE = 1_000_000;

    private ChoiceLogic() {}

    /** Why a rule is never taken. */
    public enum Reason {
        /** It asks for what cannot all be. */
        CONTRADICTS_ITSELF,
        /** Whenever it would hold, an earlier rule holds. */
        COMES_TOO_LATE,
        /** If none before it holds, the earlier one does. It stands for all rules behind it too. */
        NOTHING_IS_LEFT
    }

    /**
     * A rule that is never taken.
     *
     * @param rule its index
     * @param earlier the index of the earlier rule that is taken in its place; its own if there is none
     */
    public record Dead(int rule, Reason reason, int earlier) {}

    /**
     * What is known of the rules of one state.
     *
     * @param dead the rules that are never taken, in their order
     * @param exhaustive whether one of the rules always holds; also if two ask whether the same value is true and whether it is false
     */
    public record Verdict(List<Dead> dead, boolean exhaustive) {
        /** Copies the list. */
        public Verdict {
            dead = List.copyOf(dead);
        }
    }

    /** Looks at the rules of a state. */
    public static Verdict of(ChoiceState state) {
        List<Dead> dead = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Map<Claim, Integer> known = new HashMap<>();
        Budget budget = new Budget();
        int last = -1; // with the rules up to this one, one always holds
        for (int i = 0; i < state.rules().size(); i++) {
            Claim claim = Claims.of(state.rules().get(i).condition());
            claims.add(claim);
            Integer same = known.putIfAbsent(claim, i);
            if (last >= 0) {
                dead.add(new Dead(i, Reason.NOTHING_IS_LEFT, last));
                break;
            } else if (same != null) {
                dead.add(new Dead(i, Reason.COMES_TOO_LATE, same));
            } else if (new Proof(STEPS).refutes(claim)) {
                if (!isNever(claim)) {
                    dead.add(new Dead(i, Reason.CONTRADICTS_ITSELF, i));
                }
            } else {
                compare(claims, i, budget, dead);
                last = covers(claims, i, budget) ? i : -1;
            }
        }
        return new Verdict(dead, last >= 0 || asksForBoth(claims));
    }

    /** Whoever asks for true and for false takes the value for a boolean, and does not expect another. */
    private static boolean asksForBoth(List<Claim> claims) {
        Set<String> asked = new HashSet<>();
        Set<Claim> all = new HashSet<>(claims);
        for (Claim claim : claims) {
            if (claim instanceof Claim.Atom atom
                    && atom.test().isOneBoolean()
                    && !asked.add(atom.subject())
                    && all.contains(new Claim.Atom(atom.subject(), atom.test().otherBoolean()))) {
                return true;
            }
        }
        return false;
    }

    /** A rule that is written as false was switched off on purpose. */
    private static boolean isNever(Claim claim) {
        return claim.equals(new Claim.Any(List.of()));
    }

    private static void compare(List<Claim> claims, int rule, Budget budget, List<Dead> dead) {
        for (int earlier = 0; earlier < rule && budget.left > 0; earlier++) {
            Claim before = claims.get(earlier);
            if (budget.proves(proof -> proof.implies(claims.get(rule), before))) {
                dead.add(new Dead(rule, Reason.COMES_TOO_LATE, earlier));
                return;
            }
        }
    }

    private static boolean covers(List<Claim> claims, int rule, Budget budget) {
        Claim claim = claims.get(rule);
        if (claim.equals(new Claim.All(List.of()))) {
            return true;
        }
        for (int earlier = 0; earlier < rule && budget.left > 0; earlier++) {
            Claim before = claims.get(earlier);
            if (budget.proves(proof -> proof.covers(before, claim))) {
                return true;
            }
        }
        return false;
    }

    /** What is left of the steps for one state. */
    private static final class Budget {
        private int left = STEPS_PER_STATE;

        /** Also what is seen at once takes a step: rules are compared in pairs. */
        boolean proves(Predicate<Proof> claim) {
            Proof proof = new Proof(Math.min(STEPS, left));
            boolean proven = claim.test(proof);
            left -= 1 + proof.taken();
            return proven;
        }
    }
}
