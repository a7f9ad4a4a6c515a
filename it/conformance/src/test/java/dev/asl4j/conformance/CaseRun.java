package dev.asl4j.conformance;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.MachineType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Runs cases: their definitions are compiled together, and then each case is held against what was recorded. */
final class CaseRun {
    /** Kinds that are right only if every case passes. */
    private static final Set<String> BINDING = Set.of("create", "execution", "references", "validate");

    private CaseRun() {}

    /** The verdict on each case, in their order. */
    static List<Verdict> verdicts(List<Case> cases) {
        return verdicts(cases, Replay::differences);
    }

    /** The verdict on each execution, with a driver that is built anew for each message. */
    static List<Verdict> rebuilt(List<Case> cases) {
        return verdicts(cases, RebuiltReplay::differences);
    }

    private static List<Verdict> verdicts(List<Case> cases, BiFunction<Case, Class<?>, List<String>> replay) {
        List<Definition> definitions = new ArrayList<>();
        Set<String> express = new HashSet<>();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).lacking().isEmpty()) {
                definitions.add(
                        new Definition(path(i), cases.get(i).id(), cases.get(i).definition()));
            }
            if (cases.get(i).isExpress()) {
                express.add(path(i));
            }
        }
        Machines machines = Machines.compile(
                definitions,
                definition -> CompilerOptions.DEFAULTS.withMachineType(
                        express.contains(definition.path()) ? MachineType.EXPRESS : MachineType.STANDARD));
        return IntStream.range(0, cases.size())
                .parallel()
                .mapToObj(i -> verdict(cases.get(i), machines, path(i), replay))
                .toList();
    }

    /** Whether the build fails if the case does. */
    static boolean isBinding(Verdict verdict) {
        return BINDING.contains(verdict.subject().kind());
    }

    /** A package for each case. */
    private static String path(int number) {
        return "c" + number + "/machine.asl.json";
    }

    private static Verdict verdict(
            Case subject, Machines machines, String path, BiFunction<Case, Class<?>, List<String>> replay) {
        if (!subject.lacking().isEmpty()) {
            return Verdict.skipped(subject);
        }
        Machines.Machine machine = machines.get(path);
        return switch (subject.kind()) {
            case "execution" -> execution(subject, machine, replay);
            case "references" -> Verdict.of(subject, Answers.withReferences(subject.expected(), machine));
            case "create" -> Verdict.of(subject, Answers.toCreate(subject.expected(), machine));
            case "validate" -> Verdict.of(subject, Answers.toValidate(subject.expected(), machine));
            default -> Verdict.failed(subject, "nothing here can run the kind " + subject.kind());
        };
    }

    private static Verdict execution(
            Case subject, Machines.Machine machine, BiFunction<Case, Class<?>, List<String>> replay) {
        if (!machine.faults().isEmpty()) {
            return Verdict.of(subject, machine.faults());
        }
        try {
            return Verdict.of(subject, replay.apply(subject, machine.type()));
        } catch (RuntimeException | LinkageError | AssertionError fault) {
            return Verdict.failed(subject, "it could not be run: " + fault);
        }
    }
}
