package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.naming.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what one state (or one item selector) needs beside its method: constants and part methods. */
final class StateScribe {
    /** The bytes of what is generated for one state, by estimate; a class has room for no more. */
    private static final int LARGEST_STATE = 150_000;

    /** Nodes and nesting of one path with its filters; such a path cannot be taken apart. */
    private static final int LARGEST_PATH = 500;

    private static final int DEEPEST_PATH = 100;

    /** Variables that one expression reads, each a link in a chain of calls. */
    private static final int MOST_READS = 250;

    private final Names names;
    private final String state;
    private final Subject origin;
    private final ContextRoot context;
    private final Slots.View slots;
    private final Diagnostics diagnostics;
    private final List<Constant> constants = new ArrayList<>();
    private final Map<String, String> members = new HashMap<>();
    private final Map<List<String>, String> shapes = new HashMap<>();
    private final Splitter splitter;

    StateScribe(
            Names names, String state, Subject origin, ContextRoot context, Slots.View slots, Diagnostics diagnostics) {
        this.names = names;
        this.state = state;
        this.origin = origin;
        this.context = context;
        this.slots = slots;
        this.diagnostics = diagnostics;
        this.splitter = new Splitter(() -> names.newMethod(names.method(state) + "Part"));
    }

    /** Where paths on the context object start. */
    ContextRoot context() {
        return context;
    }

    /** The variables that the state sees. */
    Slots.View slots() {
        return slots;
    }

    Splitter splitter() {
        return splitter;
    }

    /** The field of a new constant, named after the state and what the constant is for. */
    String constant(Constant.Kind kind, String use, String text) {
        return constant(kind, use, text, "");
    }

    String constant(Constant.Kind kind, String use, String text, String flags) {
        return add(kind, use, text, flags, List.of(), List.of());
    }

    /** The field with a name by which members are read or written; the same one for all such places of the state. */
    String member(String name) {
        String use = Words.of(name).isEmpty() ? "member" : name;
        return members.computeIfAbsent(name, absent -> constant(Constant.Kind.MEMBER, use, name));
    }

    /** The field with the names of an object; the same one for all objects of the state that have these. */
    String shape(String use, List<Value.Member> members) {
        if (!Splitter.areOneExpression(members)) {
            return newShape(use, List.of());
        }
        List<String> names = members.stream().map(Value.Member::name).toList();
        return shapes.computeIfAbsent(names, absent -> newShape(use, names));
    }

    private String newShape(String use, List<String> names) {
        return add(Constant.Kind.SHAPE, use + " shape", "", "", names, List.of());
    }

    /** The field of a JSONata expression. A variable that no state in reach assigns is none: the expression finds it undefined. */
    String query(String use, JsonataExpression expression) {
        List<Constant.Read> reads = new ArrayList<>();
        for (String variable : expression.variables(name -> slots.find(name).isPresent())) {
            slots.find(variable).ifPresent(slot -> reads.add(new Constant.Read(variable, slot)));
        }
        judge(reads.size(), MOST_READS, "variables in one expression");
        splitter.weigh(12 * reads.size());
        return add(Constant.Kind.QUERY, use, expression.text(), "", List.of(), reads);
    }

    private String add(
            Constant.Kind kind,
            String use,
            String text,
            String flags,
            List<String> members,
            List<Constant.Read> reads) {
        String field = names.newConstant(names.constant(state) + "_" + JavaNames.constant(use));
        constants.add(new Constant(field, kind, text, flags, members, reads));
        splitter.weigh(12 + 4 * members.size() + Math.min(text.length(), 1_000) / 10);
        return field;
    }

    List<Constant> constants() {
        return constants;
    }

    /** Reports a path that javac could not compile, which no definition written by a person has. */
    void judge(PathSize size, String path) {
        if (size.nodes() > LARGEST_PATH || size.depth() > DEEPEST_PATH) {
            String message =
                    "the path " + Quotes.quote(path) + " has " + size.nodes() + " parts, nested " + size.depth()
                            + " deep; " + LARGEST_PATH + " parts and a depth of " + DEEPEST_PATH + " can be compiled";
            diagnostics.report(Code.TOO_DEEP, origin, message, "take it apart over several states");
        }
    }

    /** Reports a list of more elements than one Java expression can have. */
    void judge(int elements, int most, String what) {
        if (elements > most) {
            String message =
                    "state " + Quotes.quote(state) + " has " + elements + " " + what + "; " + most + " can be compiled";
            diagnostics.report(Code.TOO_LARGE, origin, message, "take it apart over several states");
        }
    }

    /** Reports a state that one Java class has no room for. */
    void judgeWeight() {
        if (splitter.weight() > LARGEST_STATE) {
            String message = "state " + Quotes.quote(state) + " is too large for a Java class";
            diagnostics.report(Code.TOO_LARGE, origin, message, "take it apart over several states");
        }
    }
}
