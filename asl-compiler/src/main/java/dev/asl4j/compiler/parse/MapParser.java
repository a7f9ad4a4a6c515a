package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
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

    private static final List<String> MODES = List.of("INLINE", "DISTRIBUTED");
    private static final List<String> EXECUTION_TYPES = List.of("STANDARD", "EXPRESS");

    private MapParser() {}

    static @Nullable MapState parse(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        boolean distributed = DistributedMap.report(reader);
        Scope processor = processor(reader);
        PathSetting itemsPath = itemsPath(reader);
        Amount maxConcurrency = reader.amount("MaxConcurrency", 0, Long.MAX_VALUE);
        Template selector = selector(reader);
        DataFlow dataFlow = reader.dataFlow(null, reader.template("ResultSelector"));
        reader.assign(cursor);
        List<Retrier> retriers = reader.retriers();
        List<Catcher> catchers = reader.catchers();
        Transition transition = reader.transition();
        reader.done(Fields.JSONATA_MAP);
        if (distributed || processor == null || transition == null) {
            return null;
        }
        return new MapState(
                reader.heading(),
                dataFlow,
                new Items.AtPath(itemsPath),
                selector,
                processor,
                maxConcurrency,
                null,
                retriers,
                catchers,
                List.of(),
                transition);
    }

    private static PathSetting itemsPath(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        JsonString text = cursor.string("ItemsPath");
        return reader.expressions()
                .path("ItemsPath", text, Expressions.Use.VARIABLE)
                .<PathSetting>map(path -> new PathSetting.Given(path, Objects.requireNonNull(text)))
                .orElseGet(PathSetting::absent);
    }

    private static @Nullable Template selector(StateReader reader) {
        String field = reader.cursor().atMostOneOf("ItemSelector", "Parameters");
        return field == null ? null : reader.template(field);
    }

    private static @Nullable Scope processor(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        String field = cursor.requireOneOf("ItemProcessor", "Iterator");
        JsonObject object = field == null ? null : cursor.object(field);
        if (field == null || object == null) {
            return null;
        }
        JsonObject.Member member = Objects.requireNonNull(cursor.member(field));
        String words = "the " + field + " of " + cursor.words();
        ObjectCursor inner = new ObjectCursor(object, member, words, reader.diagnostics());
        boolean distributed = isDistributed(inner, reader);
        Scope scope = ScopeParser.parseAlone(inner, Scope.Kind.ITEM_PROCESSOR, reader.parsing());
        reader.draft().scope(scope);
        return distributed ? null : scope;
    }

    private static boolean isDistributed(ObjectCursor processor, StateReader reader) {
        JsonObject object = processor.object("ProcessorConfig");
        if (object == null) {
            return false;
        }
        JsonObject.Member member = Objects.requireNonNull(processor.member("ProcessorConfig"));
        ObjectCursor config = new ObjectCursor(object, member, "\"ProcessorConfig\"", reader.diagnostics());
        String mode = config.oneOf("Mode", MODES);
        config.oneOf("ExecutionType", EXECUTION_TYPES);
        boolean distributed = "DISTRIBUTED".equals(mode);
        if (distributed) {
            config.require("ExecutionType");
            JsonObject.Member value = Objects.requireNonNull(config.member("Mode"));
            reader.parsing().notSupportedYet(value.value(), "a distributed Map state");
        }
        config.done();
        return distributed;
    }
}
