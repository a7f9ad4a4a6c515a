package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.Scope;
import java.util.List;
import java.util.Objects;

/**
 * {@code ProcessorConfig}.
 *
 * @param distributed {@code Mode} is DISTRIBUTED
 * @param executionType {@code ExecutionType}; of no meaning inline
 */
record ProcessorConfig(boolean distributed, Distribution.ExecutionType executionType) {

    /** What holds when there is none. */
    static final ProcessorConfig INLINE = new ProcessorConfig(false, Distribution.ExecutionType.STANDARD);

    private static final List<String> MODES = List.of("INLINE", "DISTRIBUTED");

    static ProcessorConfig read(ObjectCursor processor, FieldReader fields) {
        JsonObject object = processor.object("ProcessorConfig");
        if (object == null) {
            return INLINE;
        }
        JsonObject.Member member = Objects.requireNonNull(processor.member("ProcessorConfig"));
        ObjectCursor config = new ObjectCursor(object, member, "\"ProcessorConfig\"", fields.diagnostics());
        String mode = config.oneOf("Mode", MODES);
        // Of a mode that is not known the other field tells.
        boolean distributed = mode == null ? config.has("ExecutionType") : mode.equals("DISTRIBUTED");
        if (distributed) {
            config.require("ExecutionType");
        } else if (mode != null && config.has("ExecutionType")) {
            fields.diagnostics()
                    .report(
                            Code.FIELD_NOT_SUPPORTED,
                            Objects.requireNonNull(config.member("ExecutionType")),
                            "\"ProcessorConfig\" can have the field \"ExecutionType\" only if its \"Mode\" is \"DISTRIBUTED\"",
                            null,
                            AwsWords.notSupported("ExecutionType", member));
        }
        Distribution.ExecutionType type =
                Enumerations.read(config, "ExecutionType", Distribution.ExecutionType.values());
        config.done();
        return new ProcessorConfig(distributed, Objects.requireNonNullElse(type, INLINE.executionType()));
    }

    /** What kind of scope the processor is. */
    Scope.Kind scope() {
        return distributed ? Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR : Scope.Kind.ITEM_PROCESSOR;
    }
}
