package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.naming.NameSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans how a state is left: what it assigns and what goes out. All of it is computed from the variables as they were, so
 * whatever can fail is computed into locals before the first variable changes.
 */
final class MovePlanner {
    private final StateScribe scribe;
    private final BodyPlanner body;

    /** {@code body} is that of the method around. */
    MovePlanner(StateScribe scribe, BodyPlanner body) {
        this.scribe = scribe;
        this.body = body;
    }

    /** {@code document} is what {@code $} stands for in the assignments. */
    StatePlan.Move plan(List<Assignment> assignments, Value document, Value output) {
        if (assignments.isEmpty()) {
            return StatePlan.Move.of(body.keep(output));
        }
        ValuePlanner values = new ValuePlanner(scribe, document);
        scribe.splitter().weigh(10 * assignments.size());
        return assignments.size() > Splitter.LONGEST
                ? asObject(assignments, values, output)
                : withLocals(assignments, values, output);
    }

    private StatePlan.Move withLocals(List<Assignment> assignments, ValuePlanner values, Value output) {
        List<Splitter.Sized<Value>> sized = new ArrayList<>();
        for (Assignment assignment : assignments) {
            sized.add(scribe.splitter().fit(values.template(assignment.value(), assignment.variable())));
        }
        sized.add(scribe.splitter().fit(output));
        List<Splitter.Sized<Value>> fitting = scribe.splitter().fitting(sized, 1);
        scribe.splitter().weigh(Splitter.weightOf(fitting));
        NameSet locals = NameSet.reserving(List.of());
        List<StatePlan.Assign> assigns = new ArrayList<>();
        for (int i = 0; i < assignments.size(); i++) {
            String variable = assignments.get(i).variable();
            Value value = body.note(fitting.get(i));
            assigns.add(new StatePlan.Assign(
                    scribe.slots().own(variable),
                    BodyPlanner.canFail(value) ? locals.claim(JavaNames.method("new " + variable)) : null,
                    value));
        }
        Value last = body.note(fitting.get(assignments.size()));
        return new StatePlan.Move(assigns, null, List.of(), local(last), last);
    }

    /** Too many for locals: the values become one object, and part methods assign its members. */
    private StatePlan.Move asObject(List<Assignment> assignments, ValuePlanner planner, Value output) {
        List<Value.Member> values = assignments.stream()
                .map(each -> new Value.Member(each.variable(), planner.template(each.value(), each.variable())))
                .toList();
        Value assigned = body.keep(new Value.ObjectOf(scribe.shape("assigned", values), values));
        List<StatePlan.Assign> members = assignments.stream()
                .map(each -> new StatePlan.Assign(
                        scribe.slots().own(each.variable()), each.variable(), new Value.Local(Variable.ASSIGNED)))
                .toList();
        Set<Variable> parameters = EnumSet.of(Variable.FRAME, Variable.ASSIGNED);
        List<Value.PartCall> parts = new ArrayList<>();
        for (List<StatePlan.Assign> group : Splitter.groups(members, Splitter.LONGEST)) {
            String method = scribe.splitter().part(parameters, new PartMethod.AssignBody(group), 12 * group.size());
            parts.add(new Value.PartCall(method, List.of(Variable.FRAME, Variable.ASSIGNED)));
        }
        Value last = body.keep(output);
        return new StatePlan.Move(List.of(), assigned, parts, local(last), last);
    }

    private @Nullable Variable local(Value output) {
        if (!BodyPlanner.canFail(output)) {
            return null;
        }
        return body.uses(Variable.OUTPUT) ? Variable.FILTERED_OUTPUT : Variable.OUTPUT;
    }
}
