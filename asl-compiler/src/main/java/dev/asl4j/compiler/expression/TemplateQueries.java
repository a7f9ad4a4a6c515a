package dev.asl4j.compiler.expression;

import java.util.ArrayList;
import java.util.List;

/** Collects the JSONata expressions of a template. */
public final class TemplateQueries implements Template.Visitor<Boolean> {

    private final List<JsonataExpression> found = new ArrayList<>();

    private TemplateQueries() {}

    /** All of them, in the order of the text. */
    public static List<JsonataExpression> of(Template template) {
        TemplateQueries queries = new TemplateQueries();
        template.accept(queries);
        return queries.found;
    }

    @Override
    public Boolean literal(Template.Literal template) {
        return true;
    }

    @Override
    public Boolean object(Template.ObjectTemplate template) {
        template.fields().forEach(field -> field.template().accept(this));
        return true;
    }

    @Override
    public Boolean array(Template.ArrayTemplate template) {
        template.elements().forEach(element -> element.accept(this));
        return true;
    }

    @Override
    public Boolean path(Template.PathValue template) {
        return true;
    }

    @Override
    public Boolean call(Template.CallValue template) {
        return true;
    }

    @Override
    public Boolean query(Template.QueryValue template) {
        return found.add(template.expression());
    }
}
