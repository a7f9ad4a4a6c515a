package dev.asl4j.compiler.expression;

import java.util.stream.Collectors;

/** Prints templates, so that tests see what is literal and what is computed. */
final class TemplatePrinter {

    static final Template.Visitor<String> PRINTER = new Template.Visitor<>() {

        @Override
        public String literal(Template.Literal template) {
            return "literal " + template.value();
        }

        @Override
        public String object(Template.ObjectTemplate template) {
            return template.fields().stream()
                    .map(field -> field.name() + ": " + field.template().accept(this))
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public String array(Template.ArrayTemplate template) {
            return template.elements().stream()
                    .map(element -> element.accept(this))
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public String path(Template.PathValue template) {
            return template.field() + " = " + template.path();
        }

        @Override
        public String call(Template.CallValue template) {
            return template.field() + " = " + template.call();
        }

        @Override
        public String query(Template.QueryValue template) {
            return template.location() + " = " + template.expression().text();
        }
    };

    private TemplatePrinter() {}
}
