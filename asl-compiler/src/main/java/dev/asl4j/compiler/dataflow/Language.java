package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.shape.Shape;
import java.util.List;

/** What the fields of a state do to the data, by its query language. Never: the state fails. */
interface Language {

    /** The raw input, or what InputPath selects of it: what timeouts and credentials are read from. */
    Shape input(DataFlow flow);

    /** The effective input: what the work is given. */
    Shape arguments(DataFlow flow);

    /** Where the work is done. */
    Env done(DataFlow flow, Shape result, List<Assignment> assignments);

    /** Where a Pass state is done. */
    Env passed(DataFlow flow, Shape result, List<Assignment> assignments);

    /** Where a state without work is done. */
    Env unchanged(DataFlow flow, Shape arguments, List<Assignment> assignments);

    /** Where a catcher takes an error. */
    Env caught(Catcher catcher);

    /** The ways out of a Choice state, in their order. */
    List<Env> choose(ChoiceState choice, Shape arguments);

    /** A template that is read beside the work. */
    Shape template(Template template, Shape arguments);

    /** A template for an item of a Map state. */
    Shape perItem(Template template, Shape arguments, Shape item);

    /** Where a Map state gets its items; missing: the field is not there. */
    Shape items(Items items, Shape arguments);

    void amount(Amount amount, Shape arguments);

    void duration(WaitDuration duration, Shape arguments);

    void text(FailText text);
}
