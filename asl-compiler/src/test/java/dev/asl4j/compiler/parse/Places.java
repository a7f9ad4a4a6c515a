package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;
import java.util.ArrayList;
import java.util.List;

/** The JSONata expressions of a template, each with the place that messages of AWS name. */
final class Places implements Template.Visitor<Boolean> {

    final List<String> found = new ArrayList<>();

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
        return found.add(template.location() + ": " + template.expression().text());
    }
}
