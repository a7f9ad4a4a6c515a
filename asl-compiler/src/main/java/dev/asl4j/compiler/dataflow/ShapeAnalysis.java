package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.schema.Schemas;
import dev.asl4j.compiler.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shapes of the data at every state of a machine. Only for a machine without errors. */
public final class ShapeAnalysis {
    /** What AWS accepts is warned of, unless somebody says what the data is. */
    private static final Map<Code, Level> TYPED = Map.of(Code.UNMATCHED_PATH, Level.ERROR, Code.NO_ITEMS, Level.ERROR);

    private final StateMachine machine;
    private final boolean typed;
    private final ScopeShapes main;

    private ShapeAnalysis(StateMachine machine, boolean typed, ScopeShapes main) {
        this.machine = machine;
        this.typed = typed;
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
        main.run(new Entry(new Env(declared.input(), new VariableShapes()), declared.input(), Shape.MISSING));
        return new ShapeAnalysis(machine, !contract.equals(Contract.NONE), main);
    }

    /** Reports what is proved wrong, and what may be. */
    public void report(Diagnostics diagnostics) {
        if (typed) {
            diagnostics.defaults(machine.main().origin().location().file().path(), TYPED);
        }
        main.tell(new ShapeReport(diagnostics), new ArrayList<>());
    }

    /** What is known at each state, in the order of the text; a state stands before those inside of it. */
    public List<Facts> facts() {
        List<Facts> facts = new ArrayList<>();
        main.tell(new Unheard(), facts);
        return List.copyOf(facts);
    }
}
