package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemBatcher;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.ResultWriter;
import dev.asl4j.compiler.shape.ArrayShape;
import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of a Map state on its way to the iterations and back. */
final class Iterations {
    private static final Shape STRING = Shape.of(ValueType.STRING);

    private final MapState map;
    private final Language language;
    private final Shape arguments;
    private final Findings findings;
    private final @Nullable Distribution distribution;
    private final Shape value;
    private boolean fails;

    Iterations(MapState map, Language language, Shape arguments, Shape raw, Findings findings) {
        this.map = map;
        this.language = language;
        this.arguments = arguments;
        this.findings = findings;
        this.distribution = map.distribution();
        ItemReader reader = distribution == null ? null : distribution.reader();
        this.value = reader == null ? value(language.items(map.items(), arguments), raw) : read(reader);
    }

    /** One of the items; never: there is none. */
    Shape value() {
        return value;
    }

    private Shape value(Shape items, Shape raw) {
        Shape source = items.isMissing() ? raw : items;
        // AWS says that it takes an object in Items in either mode, and was recorded refusing it in one.
        boolean objects = distribution != null || map.items() instanceof Items.Computed;
        ValueTypes taken = ValueTypes.of(ValueType.ARRAY);
        taken = objects ? taken.or(ValueType.OBJECT) : taken;
        if (!source.isNever() && source.only(taken).isNever()) {
            findings.noItems(map, place(), source);
        }
        fails = source.only(taken).isNever();
        ArrayShape array = source.array();
        Shape item = array == null ? Shape.NEVER : array.element().present();
        return objects && source.has(ValueType.OBJECT) ? Shape.ANY : item;
    }

    private Subject place() {
        return map.items().accept(new Items.Visitor<>() {
            @Override
            public Subject atPath(PathSetting path) {
                Subject origin = path.origin();
                return origin == null ? map.origin() : origin;
            }

            @Override
            public Subject computed(Template template) {
                return Places.of(template).orElse(map.origin());
            }

            @Override
            public Subject input() {
                return map.origin();
            }
        });
    }

    private Shape read(ItemReader reader) {
        if (reader.arguments() != null) {
            language.template(reader.arguments(), arguments);
        }
        if (reader.resource() == ItemReader.Resource.LIST_OBJECTS
                && reader.transformation() == ItemReader.Transformation.NONE) {
            return listed();
        }
        boolean cells = reader.inputType() == ItemReader.InputType.CSV;
        if (!cells) {
            return Shape.ANY;
        }
        Map<String, Shape> row = new LinkedHashMap<>();
        reader.csvHeaders().forEach(header -> row.put(header, STRING));
        return Shape.object(new ObjectShape(row, row.isEmpty() ? STRING : Shape.NEVER, false));
    }

    private static Shape listed() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("Etag", STRING);
        fields.put("Key", STRING);
        fields.put("LastModified", Shape.of(ValueType.NUMBER, ValueType.STRING));
        fields.put("Size", Shape.of(ValueType.NUMBER));
        fields.put("StorageClass", STRING.orMissing());
        return Shape.object(new ObjectShape(fields, null, true));
    }

    /** The input of an iteration, or of an execution for a batch of items; never: there is no item. */
    Shape item() {
        if (value.isNever()) {
            return Shape.NEVER;
        }
        Shape selected = map.itemSelector() == null ? value : language.perItem(map.itemSelector(), arguments, value);
        ItemBatcher batcher = distribution == null ? null : distribution.batcher();
        return batcher == null || selected.isNever() ? selected : batch(batcher, selected);
    }

    private Shape batch(ItemBatcher batcher, Shape item) {
        Map<String, Shape> batch = new LinkedHashMap<>();
        if (batcher.batchInput() != null) {
            Shape input = language.template(batcher.batchInput(), arguments);
            if (input.isNever()) {
                return input;
            }
            batch.put("BatchInput", input);
        }
        batch.put("Items", Shape.array(new ArrayShape(List.of(), item, 1)));
        return Shape.object(batch);
    }

    /**
     * The result of the state.
     *
     * @param each the output of an iteration; never: none ends well, or there is none
     */
    Shape result(Shape each) {
        if (fails) {
            return Shape.NEVER;
        }
        ResultWriter writer = distribution == null ? null : distribution.writer();
        if (writer != null) {
            if (writer.arguments() != null) {
                language.template(writer.arguments(), arguments);
            }
            return writer.export() ? exported() : Shape.ANY;
        }
        boolean tolerates = distribution != null
                && (distribution.toleratedFailureCount() != null || distribution.toleratedFailurePercentage() != null);
        return Shape.array(ArrayShape.of(tolerates ? Shape.ANY : each));
    }

    private static Shape exported() {
        Map<String, Shape> details = new LinkedHashMap<>();
        details.put("Bucket", STRING);
        details.put("Key", STRING);
        Map<String, Shape> result = new LinkedHashMap<>();
        result.put("MapRunArn", STRING);
        result.put("ResultWriterDetails", Shape.object(new ObjectShape(details, null, true)));
        return Shape.object(new ObjectShape(result, null, true));
    }
}
