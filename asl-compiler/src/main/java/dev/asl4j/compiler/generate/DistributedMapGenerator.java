package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.ResultWriter;
import dev.asl4j.compiler.plan.DistributionPlan;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import org.jspecify.annotations.Nullable;

/** A Map state in distributed mode says what it wants done with how many executions. */
final class DistributedMapGenerator {
    private final Speller speller;

    private DistributedMapGenerator(Speller speller) {
        this.speller = speller;
    }

    /**
     * <pre>{@code
     * JsonNode items = FieldPaths.distributedItems(at(input, STATE_ORDERS), "$.orders");
     * frame.mapStarted(items.size());
     * frame.distribute(Distribution.of(eachOrder, input)
     *     .items(items)
     *     .maxConcurrency(100)
     *     .toleratedFailurePercentage(5.0));
     * }</pre>
     *
     * <p>or with {@code frame.mapStarted(0);} and {@code .reader(...)} in place of the items.
     */
    static CodeBlock body(StatePlan.DistributedMap state, Speller speller) {
        return new DistributedMapGenerator(speller).statements(state);
    }

    private CodeBlock statements(StatePlan.DistributedMap state) {
        DistributionPlan plan = state.distribution();
        CodeBlock.Builder chain = CodeBlock.builder()
                .add("$T.of($L, $L)", RuntimeTypes.DISTRIBUTION, state.processor(), speller.value(state.input()));
        if (plan.label() != null) {
            chain.add("\n.label($L)", speller.string(plan.label()));
        }
        if (plan.executionType() == Distribution.ExecutionType.EXPRESS) {
            chain.add("\n.express()");
        }
        Value items = state.items();
        if (items != null) {
            chain.add("\n.items($L)", speller.value(items));
        }
        if (plan.reader() != null) {
            chain.add("\n.reader($>$>$L$<$<)", reader(plan.reader()));
        }
        if (plan.batcher() != null) {
            chain.add("\n.batcher($>$>$L$<$<)", batcher(plan.batcher()));
        }
        if (plan.writer() != null) {
            chain.add("\n.writer($>$>$L$<$<)", writer(plan.writer()));
        }
        if (!plan.maxConcurrency().isNone()) {
            chain.add("\n.maxConcurrency($L)", speller.amount(plan.maxConcurrency()));
        }
        if (plan.toleratedFailureCount() != null) {
            chain.add("\n.toleratedFailureCount($L)", speller.amount(plan.toleratedFailureCount()));
        }
        if (plan.toleratedFailurePercentage() != null) {
            chain.add("\n.toleratedFailurePercentage($L)", speller.amount(plan.toleratedFailurePercentage()));
        }
        return CodeBlock.builder()
                .addStatement("frame.mapStarted($L)", items == null ? "0" : "items.size()")
                .addStatement("frame.distribute($L)", chain.build())
                .build();
    }

    /**
     * <pre>{@code
     * ItemReader.of(ItemReader.Resource.GET_OBJECT, EACH_ORDER_READER)
     *     .inputType(ItemReader.InputType.CSV)
     *     .csvHeaderLocation(ItemReader.HeaderLocation.FIRST_ROW)
     * }</pre>
     */
    private CodeBlock reader(DistributionPlan.Reader reader) {
        ItemReader settings = reader.settings();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$1T.of($1T.Resource.$2L, $3L)",
                        RuntimeTypes.ITEM_READER,
                        settings.resource().name(),
                        speller.nested(reader.arguments()));
        setting(code, "inputType", "InputType", settings.inputType());
        if (settings.transformation() != ItemReader.Transformation.NONE) {
            setting(code, "transformation", "Transformation", settings.transformation());
        }
        setting(code, "manifestType", "ManifestType", settings.manifestType());
        setting(code, "csvHeaderLocation", "HeaderLocation", settings.csvHeaderLocation());
        if (!settings.csvHeaders().isEmpty()) {
            code.add(
                    "\n.csvHeaders($L)",
                    settings.csvHeaders().stream().map(speller::string).collect(CodeBlock.joining(", ")));
        }
        if (settings.csvDelimiter() != ItemReader.Delimiter.COMMA) {
            setting(code, "csvDelimiter", "Delimiter", settings.csvDelimiter());
        }
        if (settings.itemsPointer() != null) {
            code.add("\n.itemsPointer($L)", speller.string(settings.itemsPointer()));
        }
        if (!reader.maxItems().isNone()) {
            code.add("\n.maxItems($L)", speller.amount(reader.maxItems()));
        }
        return code.build();
    }

    private static void setting(CodeBlock.Builder code, String method, String type, @Nullable Enum<?> value) {
        if (value != null) {
            code.add("\n.$L($T.$L.$L)", method, RuntimeTypes.ITEM_READER, type, value.name());
        }
    }

    /** {@code ItemBatcher.items(100).batchInput(EACH_ORDER_BATCH_INPUT)} */
    private CodeBlock batcher(DistributionPlan.Batcher batcher) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (batcher.maxInputBytes().isNone()) {
            code.add("$T.items($L)", RuntimeTypes.ITEM_BATCHER, speller.amount(batcher.maxItems()));
        } else if (batcher.maxItems().isNone()) {
            code.add("$T.bytes($L)", RuntimeTypes.ITEM_BATCHER, speller.amount(batcher.maxInputBytes()));
        } else {
            code.add(
                    "$T.of($L, $L)",
                    RuntimeTypes.ITEM_BATCHER,
                    speller.amount(batcher.maxItems()),
                    speller.amount(batcher.maxInputBytes()));
        }
        Value input = batcher.batchInput();
        if (input != null) {
            code.add("\n.batchInput($L)", speller.nested(input));
        }
        return code.build();
    }

    /** {@code ResultWriter.export(EACH_ORDER_WRITER).transformation(ResultWriter.Transformation.COMPACT)} */
    private CodeBlock writer(DistributionPlan.Writer writer) {
        ResultWriter settings = writer.settings();
        Value arguments = writer.arguments();
        CodeBlock.Builder code = CodeBlock.builder();
        if (arguments == null) {
            code.add("$T.inOutput()", RuntimeTypes.RESULT_WRITER);
        } else {
            code.add("$T.export($L)", RuntimeTypes.RESULT_WRITER, speller.nested(arguments));
        }
        if (settings.transformation() != null) {
            code.add(
                    "\n.transformation($T.Transformation.$L)",
                    RuntimeTypes.RESULT_WRITER,
                    settings.transformation().name());
        }
        if (settings.outputType() != ResultWriter.OutputType.JSON) {
            code.add(
                    "\n.outputType($T.OutputType.$L)",
                    RuntimeTypes.RESULT_WRITER,
                    settings.outputType().name());
        }
        return code.build();
    }
}
