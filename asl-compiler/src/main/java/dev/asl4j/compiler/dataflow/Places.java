package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import java.util.List;
import java.util.Optional;

/** Where something that a template makes stands in the text. */
final class Places implements Template.Visitor<Optional<Subject>> {
    private static final Places WHOLE = new Places();

    private Places() {}

    /** The template; of an array that is computed its first element. */
    static Optional<Subject> of(Template template) {
        return template.accept(WHOLE);
    }

    /** The innermost part of it on the way to a part of what it makes. */
    static Optional<Subject> of(Template template, List<Object> path) {
        Optional<Subject> place = of(template);
        Template at = template;
        for (Object step : path) {
            Template.Field field = at instanceof Template.ObjectTemplate object
                    ? object.fields().stream()
                            .filter(each -> each.name().equals(step))
                            .findFirst()
                            .orElse(null)
                    : null;
            if (field == null) {
                return place;
            }
            at = field.template();
            place = Optional.of(field.key());
        }
        return place;
    }

    @Override
    public Optional<Subject> literal(Template.Literal template) {
        return Optional.of(template.value());
    }

    @Override
    public Optional<Subject> object(Template.ObjectTemplate template) {
        return Optional.of(template.source());
    }

    @Override
    public Optional<Subject> array(Template.ArrayTemplate template) {
        return template.elements().stream()
                .flatMap(element -> of(element).stream())
                .findFirst();
    }

    @Override
    public Optional<Subject> path(Template.PathValue template) {
        return Optional.of(template.source());
    }

    @Override
    public Optional<Subject> call(Template.CallValue template) {
        return Optional.of(template.source());
    }

    @Override
    public Optional<Subject> query(Template.QueryValue template) {
        return Optional.of(template.expression().source());
    }
}
