package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemBatcher;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.ResultWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a Map state that only its distributed mode uses.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode</a>
 */
final class DistributionParser {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What an execution can be given, in bytes of UTF-8. */
    private static final long GREATEST_INPUT = 262_144;

    /** At most 40 characters, none of those that AWS forbids. */
    private static final Pattern LABEL =
            Pattern.compile("[^\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]{1,40}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final List<String> FIELDS = List.of(
            "ItemReader",
            "ItemBatcher",
            "ResultWriter",
            "ToleratedFailureCount",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath");

    private DistributionParser() {}

    /** What the distributed mode adds; null: inline mode. */
    static @Nullable Distribution parse(FieldReader fields, ProcessorConfig config) {
        Distribution distribution = new Distribution(
                config.executionType(),
                label(fields),
                reader(fields),
                batcher(fields),
                writer(fields),
                fields.amount("ToleratedFailureCount", 0, Long.MAX_VALUE),
                fields.fraction("ToleratedFailurePercentage", BigDecimal.ZERO, HUNDRED));
        if (config.distributed()) {
            return distribution;
        }
        for (JsonObject.Member member : fields.cursor().object().members()) {
            if (FIELDS.contains(member.name())) {
                fields.diagnostics()
                        .report(
                                Code.NO_EFFECT_INLINE,
                                member,
                                Quotes.quote(member.name()) + " has no effect: the Map state is not distributed",
                                "the distributed mode is asked for by \"ProcessorConfig\" in \"ItemProcessor\"");
            }
        }
        return null;
    }

    private static @Nullable JsonString label(FieldReader fields) {
        JsonString label = fields.cursor().string("Label");
        if (label == null || Substitutions.postponed(label, fields.diagnostics())) {
            return null;
        }
        if (!LABEL.matcher(label.value()).matches()) {
            fields.diagnostics()
                    .report(
                            Code.BAD_LABEL,
                            label,
                            "\"Label\" must be 1 to 40 characters, without blanks and ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \"");
        }
        return label;
    }

    private static @Nullable ItemReader reader(FieldReader fields) {
        FieldReader inner = fields.inner("ItemReader", "\"ItemReader\"");
        return inner == null ? null : ItemReaderParser.parse(inner);
    }

    private static @Nullable ItemBatcher batcher(FieldReader fields) {
        FieldReader inner = fields.inner("ItemBatcher", "\"ItemBatcher\"");
        if (inner == null) {
            return null;
        }
        Template input = inner.template("BatchInput");
        Amount items = inner.amount("MaxItemsPerBatch", 0, Long.MAX_VALUE);
        Amount bytes = inner.amount("MaxInputBytesPerBatch", 0, GREATEST_INPUT);
        inner.done(Fields.BATCHER);
        boolean limited = inner.cursor().object().members().stream()
                .anyMatch(member ->
                        !member.name().equals("BatchInput") && !member.name().equals("Comment"));
        if (!limited) {
            inner.diagnostics()
                    .report(
                            Code.MISSING_FIELD,
                            inner.cursor().subject(),
                            "\"ItemBatcher\" needs one of the fields \"MaxItemsPerBatch\" or \"MaxInputBytesPerBatch\"");
        }
        return new ItemBatcher(input, items, bytes);
    }

    private static @Nullable ResultWriter writer(FieldReader fields) {
        FieldReader inner = fields.inner("ResultWriter", "\"ResultWriter\"");
        if (inner == null) {
            return null;
        }
        ObjectCursor cursor = inner.cursor();
        String arguments = inner.isJsonata() ? "Arguments" : "Parameters";
        if (cursor.has("Resource")) {
            cursor.require(arguments);
        } else if (cursor.has(arguments)) {
            cursor.require("Resource");
        } else {
            cursor.requireOneOf("Resource", "WriterConfig");
        }
        JsonString resource = cursor.filledString("Resource");
        if (resource != null) {
            S3Resources.check(resource, List.of("putObject"), fields.diagnostics());
        }
        Template destination = inner.arguments(null);
        FieldReader config = inner.inner("WriterConfig", "\"WriterConfig\"");
        inner.done(Fields.WRITER);
        ResultWriter.Transformation transformation = null;
        ResultWriter.OutputType type = null;
        if (config != null) {
            transformation = Enumerations.read(config.cursor(), "Transformation", ResultWriter.Transformation.values());
            type = Enumerations.read(config.cursor(), "OutputType", ResultWriter.OutputType.values());
            config.done(Fields.Dialects.ALIKE);
        }
        return new ResultWriter(
                resource != null,
                destination,
                transformation,
                Objects.requireNonNullElse(type, ResultWriter.OutputType.JSON));
    }
}
