package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.StatePlan;

/** Finds the generator for a state's kind. */
final class Bodies implements StatePlan.Visitor<CodeBlock> {
    private final Speller speller;

    Bodies(Speller speller) {
        this.speller = speller;
    }

    @Override
    public CodeBlock pass(StatePlan.Pass state) {
        return PassGenerator.body(state, speller);
    }

    @Override
    public CodeBlock task(StatePlan.Task state) {
        return TaskGenerator.body(state, speller);
    }

    @Override
    public CodeBlock choice(StatePlan.Choice state) {
        return ChoiceGenerator.body(state, speller);
    }

    @Override
    public CodeBlock waiting(StatePlan.Wait state) {
        return WaitGenerator.body(state, speller);
    }

    @Override
    public CodeBlock succeed(StatePlan.Succeed state) {
        return SucceedGenerator.body(state, speller);
    }

    @Override
    public CodeBlock fail(StatePlan.Fail state) {
        return FailGenerator.body(state, speller);
    }

    @Override
    public CodeBlock parallel(StatePlan.Parallel state) {
        return ParallelGenerator.body(state, speller);
    }

    @Override
    public CodeBlock map(StatePlan.Map state) {
        return MapGenerator.body(state, speller);
    }

    @Override
    public CodeBlock distributedMap(StatePlan.DistributedMap state) {
        return DistributedMapGenerator.body(state, speller);
    }
}
