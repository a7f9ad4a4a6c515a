package dev.asl4j.compiler.check;

import dev.asl4j.compiler.expression.Template;

/** Leads a visitor of JSON through the parts of a template in which nothing is computed. */
record TemplateTexts(PathLikeTexts texts) implements Template.Visitor<Boolean> {

    @Override
    public Boolean literal(Template.Literal template) {
        return template.value().accept(texts);
    }

    @Override
    public Boolean object(Template.ObjectTemplate template) {
        for (Template.Field field : template.fields()) {
            if (!PathLikeTexts.isForService(field.name())) {
                field.template().accept(new TemplateTexts(texts.inField(field.name())));
            }
        }
        return true;
    }

    @Override
    public Boolean array(Template.ArrayTemplate template) {
        // an element has no name that could end in .$
        template.elements().forEach(element -> element.accept(new TemplateTexts(texts.inField(null))));
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
        return true;
    }
}
