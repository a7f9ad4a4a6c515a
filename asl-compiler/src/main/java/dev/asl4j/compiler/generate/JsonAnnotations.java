package dev.asl4j.compiler.generate;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.TypePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How Jackson reads and writes generated types. Only annotations of com.fasterxml, which Jackson 2 and Jackson 3 both go by. */
final class JsonAnnotations {
    private JsonAnnotations() {}

    /** {@code @JsonInclude(JsonInclude.Include.ALWAYS)}: whatever a mapper is set to, what is there is written. */
    static AnnotationSpec always() {
        return include("ALWAYS");
    }

    private static AnnotationSpec include(String what) {
        return AnnotationSpec.builder(JsonInclude.class)
                .addMember("value", "$T.Include.$L", JsonInclude.class, what)
                .build();
    }

    /**
     * <pre>{@code
     * @JsonProperty(value = "count", required = true) @JsonSetter(nulls = Nulls.FAIL)
     * }</pre>
     */
    static List<AnnotationSpec> component(TypePlan.Component component) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        AnnotationSpec.Builder property = AnnotationSpec.builder(JsonProperty.class)
                .addMember("value", "$L", Literals.quoted(component.property()));
        if (component.required()) {
            property.addMember("required", "true");
        }
        annotations.add(property.build());
        JavaType type = component.use().type();
        if (!component.required()) {
            annotations.add(include("NON_NULL"));
        } else if (type instanceof JavaType.Scalar scalar
                && scalar.isPrimitive()
                && !component.use().nullable()) {
            // Null would become 0.
            annotations.add(AnnotationSpec.builder(JsonSetter.class)
                    .addMember("nulls", "$T.FAIL", Nulls.class)
                    .build());
        }
        if (isTime(type)) {
            annotations.add(AnnotationSpec.builder(JsonFormat.class)
                    .addMember("shape", "$T.Shape.STRING", JsonFormat.class)
                    .addMember("without", "$T.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE", JsonFormat.class)
                    .build());
        }
        return annotations;
    }

    private static boolean isTime(JavaType type) {
        return type == JavaType.Scalar.LOCAL_DATE
                || type == JavaType.Scalar.OFFSET_DATE_TIME
                || type == JavaType.Scalar.DURATION;
    }

    /**
     * {@code @JsonProperty("\\uffff") @JsonAnySetter @JsonAnyGetter}: without a name of its own, Jackson would take a property that is called like the
     * component for all others. The name is a noncharacter, which text never has.
     */
    static List<AnnotationSpec> others() {
        return List.of(
                AnnotationSpec.builder(JsonProperty.class)
                        .addMember("value", "$L", Literals.quoted("\uffff"))
                        .build(),
                AnnotationSpec.builder(JsonAnySetter.class).build(),
                AnnotationSpec.builder(JsonAnyGetter.class).build());
    }

    /** {@code @JsonCreator(mode = JsonCreator.Mode.DISABLED)}: Jackson makes values of a text, too, where a constructor takes one. */
    static AnnotationSpec noCreator() {
        return AnnotationSpec.builder(JsonCreator.class)
                .addMember("mode", "$T.Mode.DISABLED", JsonCreator.class)
                .build();
    }

    /** {@code @JsonProperty("in-stock")} */
    static AnnotationSpec constant(String text) {
        return AnnotationSpec.builder(JsonProperty.class)
                .addMember("value", "$L", Literals.quoted(text))
                .build();
    }

    /** {@code @JsonTypeName("card")} */
    static AnnotationSpec branch(String value) {
        return AnnotationSpec.builder(JsonTypeName.class)
                .addMember("value", "$L", Literals.quoted(value))
                .build();
    }

    /**
     * <pre>{@code
     * @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
     * @JsonSubTypes({
     *     @JsonSubTypes.Type(value = Card.class, name = "card"),
     *     @JsonSubTypes.Type(value = Transfer.class, name = "transfer")
     * })
     * }</pre>
     */
    static List<AnnotationSpec> union(TypePlan.UnionType union, Function<TypePlan.Branch, ClassName> names) {
        CodeBlock types = union.branches().stream()
                .map(branch -> CodeBlock.of(
                        "@$T.Type(value = $T.class, name = $L)",
                        JsonSubTypes.class,
                        names.apply(branch),
                        Literals.quoted(branch.value())))
                .collect(CodeBlock.joining(",\n"));
        return List.of(
                AnnotationSpec.builder(JsonTypeInfo.class)
                        .addMember("use", "$T.Id.NAME", JsonTypeInfo.class)
                        .addMember("property", "$L", Literals.quoted(union.property()))
                        .build(),
                AnnotationSpec.builder(JsonSubTypes.class)
                        .addMember("value", "{\n$L\n}", types)
                        .build());
    }
}
