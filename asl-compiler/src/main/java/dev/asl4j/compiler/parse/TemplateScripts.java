package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.Template;

/** Looks through a payload template for paths with scripts; whether there is one. */
record TemplateScripts(Diagnostics diagnostics) implements Template.Visitor<Boolean> {

    @Override
    public Boolean literal(Template.Literal template) {
        return false;
    }

    @Override
    public Boolean object(Template.ObjectTemplate template) {
        boolean found = false;
        for (Template.Field field : template.fields()) {
            found |= field.template().accept(this);
        }
        return found;
    }

    @Override
    public Boolean array(Template.ArrayTemplate template) {
        boolean found = false;
        for (Template element : template.elements()) {
            found |= element.accept(this);
        }
        return found;
    }

    @Override
    public Boolean path(Template.PathValue template) {
        return new Scripts(template.source(), diagnostics).postponed(template.path());
    }

    @Override
    public Boolean call(Template.CallValue template) {
        return new Scripts(template.source(), diagnostics).postponed(template.call());
    }

    @Override
    public Boolean query(Template.QueryValue template) {
        return false;
    }
}
