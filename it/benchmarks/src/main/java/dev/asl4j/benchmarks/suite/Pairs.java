package dev.asl4j.benchmarks.suite;

import dev.asl4j.benchmarks.EngineBenchmark;
import dev.asl4j.benchmarks.PathBenchmark;
import dev.asl4j.benchmarks.SlowHandlerBenchmark;
import dev.asl4j.benchmarks.TextBenchmark;
import dev.asl4j.benchmarks.WorkflowBenchmark;
import dev.asl4j.benchmarks.work.Language;
import dev.asl4j.benchmarks.work.PathWork;
import dev.asl4j.benchmarks.work.Work;
import java.util.ArrayList;
import java.util.List;

/** All pairs; those with the same work stand together, since they are measured in this order. */
final class Pairs {
    private static final double ENGINE_WITHOUT_HISTORY = 3;
    private static final double ENGINE_WITH_HISTORY = 6;
    private static final double SLOW_HANDLERS = 1.02;
    private static final int PARTS = 1_000;

    private final List<Pair> pairs = new ArrayList<>();

    private Pairs() {}

    static List<Pair> all() {
        Pairs all = new Pairs();
        for (Work work : Work.values()) {
            if (work.isIn(Language.JSONPATH)) {
                all.workflow(work);
            }
            all.add(
                    Area.JSONATA,
                    work.title(),
                    workflow("compiled", work, Language.JSONATA),
                    workflow("byHand", work, byHand(work)),
                    Double.NaN);
        }
        all.add(
                Area.RUN,
                "order, text in, text out",
                workflow("compiledOnText", Work.ORDER, Language.JSONPATH),
                workflow("byHandOnText", Work.ORDER, Language.JSONPATH),
                Work.ORDER.wanted());
        for (PathWork paths : PathWork.values()) {
            all.add(
                    Area.JSONPATH,
                    paths.title(),
                    Bench.of(PathBenchmark.class, "compiled", "paths", paths),
                    Bench.of(PathBenchmark.class, "byJayway", "paths", paths),
                    Double.NaN);
        }
        all.text("an order", 0);
        all.text("1,000 parts", PARTS);
        all.add(
                Area.HANDLERS,
                "task-chain",
                Bench.of(SlowHandlerBenchmark.class, "compiled"),
                Bench.of(SlowHandlerBenchmark.class, "byHand"),
                SLOW_HANDLERS);
        return all.pairs;
    }

    private void workflow(Work work) {
        Bench byHand = workflow("byHand", work, Language.JSONPATH);
        add(Area.RUN, work.title(), workflow("compiled", work, Language.JSONPATH), byHand, work.wanted());
        add(
                Area.RUN,
                work.title() + ", of an `ObjectNode`",
                workflow("compiledOnJackson", work, Language.JSONPATH),
                byHand,
                Double.NaN);
        add(Area.ENGINE, work.title() + ", history off", engine(work, false), byHand, ENGINE_WITHOUT_HISTORY);
        add(Area.ENGINE, work.title() + ", history on", engine(work, true), byHand, ENGINE_WITH_HISTORY);
    }

    private void text(String what, int parts) {
        add(
                Area.TEXT,
                what + ", read",
                Bench.of(TextBenchmark.class, "parse", "parts", parts),
                Bench.of(TextBenchmark.class, "parseByJackson", "parts", parts),
                Double.NaN);
        add(
                Area.TEXT,
                what + ", written",
                Bench.of(TextBenchmark.class, "write", "parts", parts),
                Bench.of(TextBenchmark.class, "writeByJackson", "parts", parts),
                Double.NaN);
    }

    private void add(Area area, String what, Bench measured, Bench beside, double wanted) {
        pairs.add(new Pair(area, what, measured, beside, wanted));
    }

    /** The program by hand is the same for both, and is measured once if it can. */
    private static Language byHand(Work work) {
        return work.isIn(Language.JSONPATH) ? Language.JSONPATH : Language.JSONATA;
    }

    private static Bench workflow(String method, Work work, Language language) {
        return Bench.of(WorkflowBenchmark.class, method, "work", work, "language", language);
    }

    private static Bench engine(Work work, boolean history) {
        return Bench.of(EngineBenchmark.class, "engine", "work", work, "history", history);
    }
}
