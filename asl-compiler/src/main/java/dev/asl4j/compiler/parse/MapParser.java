package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a Map state. */
final class MapParser {

    private MapParser() {}

    static @Nullable MapState parse(StateReader reader) {
        FieldReader fields = reader.fields();
        ObjectCursor processor = processor(fields);
        ProcessorConfig config = processor == null ? ProcessorConfig.INLINE : ProcessorConfig.read(processor, fields);
        Scope scope = processor == null ? null : ScopeParser.parseAlone(processor, config.scope(), reader.parsing());
        reader.draft().scope(scope);
        Distribution distribution = DistributionParser.parse(fields, config);
        Items items = items(fields);
        Amount maxConcurrency = fields.amount("MaxConcurrency", 0, Long.MAX_VALUE);
        Template selector = selector(fields);
        DataFlow dataFlow = reader.map();
        List<Assignment> assignments = reader.assignAfterWork();
        List<Retrier> retriers = reader.retriers();
        List<Catcher> catchers = reader.catchers();
        Transition transition = reader.transition();
        reader.done(Fields.MAP);
        if (scope == null || transition == null) {
            return null;
        }
        return new MapState(
                reader.heading(),
                dataFlow,
                items,
                selector,
                scope,
                maxConcurrency,
                distribution,
                retriers,
                catchers,
                assignments,
                transition);
    }

    private static Items items(FieldReader fields) {
        ObjectCursor cursor = fields.cursor();
        if (!fields.isJsonata()) {
            JsonString text = cursor.string("ItemsPath");
            return new Items.AtPath(fields.expressions()
                    .path("ItemsPath", text, Expressions.Use.VARIABLE)
                    .<PathSetting>map(path -> new PathSetting.Given(path, Objects.requireNonNull(text)))
                    .orElseGet(PathSetting::absent));
        }
        JsonObject.Member member = cursor.member("Items");
        if (member == null) {
            return new Items.Input();
        }
        JsonString text = Values.as(JsonString.class, member.value());
        JsonType type = member.value().type();
        if (text == null
                ? type != JsonType.ARRAY && type != JsonType.OBJECT
                : !JsonataFields.isMeantAsExpression(text)) {
            if (text == null || !Substitutions.postponed(text, fields.diagnostics())) {
                Words.reportWrongType(
                        "\"Items\"",
                        "an array, an object or a JSONata expression",
                        member.value(),
                        fields.diagnostics());
            }
            return new Items.Input();
        }
        Template template = fields.template("Items");
        return template == null ? new Items.Input() : new Items.Computed(template);
    }

    private static @Nullable Template selector(FieldReader fields) {
        if (fields.isJsonata()) {
            return fields.template("ItemSelector");
        }
        String field = fields.cursor().atMostOneOf("ItemSelector", "Parameters");
        return field == null ? null : fields.template(field);
    }

    private static @Nullable ObjectCursor processor(FieldReader fields) {
        ObjectCursor cursor = fields.cursor();
        String field = cursor.requireOneOf("ItemProcessor", "Iterator");
        JsonObject object = field == null ? null : cursor.object(field);
        if (field == null || object == null) {
            return null;
        }
        JsonObject.Member member = Objects.requireNonNull(cursor.member(field));
        String words = "the " + field + " of " + cursor.words();
        return new ObjectCursor(object, member, words, fields.diagnostics());
    }
}
