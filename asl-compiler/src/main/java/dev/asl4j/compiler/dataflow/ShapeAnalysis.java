package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.schema.Schemas;
import dev.asl4j.compiler.shape.Shape;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** The shapes of the data at every state of a machine. Only for a machine without errors. */
public final class ShapeAnalysis {
    private final ScopeShapes main;

    private ShapeAnalysis(ScopeShapes main) {
        this.main = main;
    }

    /**
     * Follows the data through a machine.
     *
     * @param contract what is declared of it
     * @param schemas those that the contract refers to, without faults
     */
    public static ShapeAnalysis of(StateMachine machine, Contract contract, Schemas schemas) {
        Declared declared = new Declared(contract, schemas);
        ScopeShapes main = new ScopeShapes(machine.main(), declared);
        main.run(new Entry(new Env(declared.input(), Map.of()), declared.input(), Shape.MISSING));
        return new ShapeAnalysis(main);
    }

    /** Reports what is proved wrong, and what may be. */
    public void report(Diagnostics diagnostics) {
        main.tell(new ShapeReport(diagnostics), new IdentityHashMap<>());
    }

    /** What is known at each state, by identity; those inside of others as well. */
    public Map<State, Facts> facts() {
        Map<State, Facts> facts = new IdentityHashMap<>();
        main.tell(new Unheard(), facts);
        return Collections.unmodifiableMap(facts);
    }
}
