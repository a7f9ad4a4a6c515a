package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;

/** Looks through a payload template for parts that are not supported yet. */
record TemplateParts(boolean taskTokenReported, Parsing parsing) implements Template.Visitor<Boolean> {

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
        return new UnsupportedParts(template.source(), taskTokenReported, parsing).reported(template.path());
    }

    @Override
    public Boolean call(Template.CallValue template) {
        return new UnsupportedParts(template.source(), taskTokenReported, parsing).reported(template.call());
    }

    @Override
    public Boolean query(Template.QueryValue template) {
        return false;
    }
}
