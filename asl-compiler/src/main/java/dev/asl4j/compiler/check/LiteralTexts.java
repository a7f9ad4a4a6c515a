package dev.asl4j.compiler.check;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.function.Consumer;

/** Leads to all texts of a template that are taken as they are, and not by a service as a path of its own. */
record LiteralTexts(Consumer<JsonString> texts) implements Template.Visitor<Boolean>, JsonValue.Visitor<Boolean> {

    @Override
    public Boolean literal(Template.Literal template) {
        return template.value().accept(this);
    }

    @Override
    public Boolean object(Template.ObjectTemplate template) {
        for (Template.Field field : template.fields()) {
            if (!PathLikeTexts.isForService(field.name())) {
                field.template().accept(this);
            }
        }
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
        return true;
    }

    @Override
    public Boolean object(JsonObject object) {
        for (JsonObject.Member member : object.members()) {
            if (!PathLikeTexts.isForService(member.name())) {
                member.value().accept(this);
            }
        }
        return true;
    }

    @Override
    public Boolean array(JsonArray array) {
        array.elements().forEach(element -> element.accept(this));
        return true;
    }

    @Override
    public Boolean string(JsonString string) {
        texts.accept(string);
        return true;
    }

    @Override
    public Boolean number(JsonNumber number) {
        return true;
    }

    @Override
    public Boolean bool(JsonBoolean bool) {
        return true;
    }

    @Override
    public Boolean nothing(JsonNull nothing) {
        return true;
    }
}
