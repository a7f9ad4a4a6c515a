package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.flow.ErrorMatch;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of retriers and catchers, and of single names in them, that are never asked: an earlier one takes all that they are for. The first
 * one that matches counts, whether or not it has retries left.
 */
final class HandlerOrderCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        if (!machine.isRead()) {
            return;
        }
        for (State state : machine.states()) {
            Set<String> taken = new LinkedHashSet<>();
            for (Retrier retrier : state.retriers()) {
                handler("retrier", retrier.errorEquals(), retrier.origin(), taken, diagnostics);
            }
            taken.clear();
            for (Catcher catcher : state.catchers()) {
                handler("catcher", catcher.errorEquals(), catcher.origin(), taken, diagnostics);
            }
        }
    }

    private static void handler(
            String kind, List<ErrorName> names, Subject origin, Set<String> taken, Diagnostics diagnostics) {
        List<ErrorName> dead = new ArrayList<>();
        Set<String> own = new HashSet<>();
        boolean wild = false;
        for (ErrorName name : names) {
            if (!own.add(name.name())) {
                diagnostics.report(
                        Code.REPEATED_ERROR_NAME,
                        name.origin(),
                        Quotes.quote(name.name()) + " stands in this \"ErrorEquals\" already");
                continue;
            }
            String taker = taker(name.name(), taken);
            if (taker != null) {
                dead.add(name);
                wild |= taker.equals(ErrorName.TASK_FAILED) && !name.name().equals(taker);
            }
        }
        if (!dead.isEmpty() && dead.size() == own.size()) {
            diagnostics.report(
                    wild ? Code.COVERED_BY_TASK_FAILED : Code.UNREACHABLE_HANDLER,
                    origin,
                    "this " + kind + " is never asked: an earlier one takes " + listed(dead, taken));
        } else {
            dead.forEach(name -> report(kind, name, taken, diagnostics));
        }
        taken.addAll(own);
    }

    private static void report(String kind, ErrorName name, Set<String> taken, Diagnostics diagnostics) {
        String taker = taker(name.name(), taken);
        boolean same = name.name().equals(taker);
        diagnostics.report(
                same ? Code.REPEATED_ERROR_NAME : Code.COVERED_BY_TASK_FAILED,
                name.origin(),
                "an earlier " + kind + " takes " + Quotes.quote(name.name())
                        + (same ? "" : " by " + Quotes.quote(String.valueOf(taker))));
    }

    private static String listed(List<ErrorName> names, Set<String> taken) {
        List<String> words = new ArrayList<>();
        for (ErrorName name : names) {
            String taker = String.valueOf(taker(name.name(), taken));
            words.add(Quotes.quote(name.name()) + (taker.equals(name.name()) ? "" : " by " + Quotes.quote(taker)));
        }
        int shown = Math.min(words.size(), 3);
        return String.join(", ", words.subList(0, shown)) + (shown < words.size() ? " and the others" : "");
    }

    /** The earlier name that takes what this one is for; null: there is none, or that is reported anyway. */
    private static @Nullable String taker(String name, Set<String> taken) {
        if (name.contains("${") || name.equals(ErrorName.ALL) || ErrorMatch.isUncatchable(name)) {
            return null;
        }
        if (taken.contains(name)) {
            return name;
        }
        // Whether a wildcard takes data that is too large is documented and recorded in different ways.
        boolean isSize = name.equals(ErrorName.DATA_LIMIT_EXCEEDED);
        if (!isSize && taken.contains(ErrorName.TASK_FAILED) && ErrorMatch.takes(ErrorName.TASK_FAILED, name)) {
            return ErrorName.TASK_FAILED;
        }
        return name.equals(ErrorName.HEARTBEAT_TIMEOUT) && taken.contains(ErrorName.TIMEOUT) ? ErrorName.TIMEOUT : null;
    }
}
