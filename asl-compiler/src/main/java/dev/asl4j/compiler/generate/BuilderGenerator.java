package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.datatype.TypePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Generates the builder of a record with many components. */
final class BuilderGenerator {
    private final TypePlan.RecordType plan;
    private final TypeSpeller speller;
    private final ClassName record;
    private final ClassName builder;

    BuilderGenerator(TypePlan.RecordType plan, TypeSpeller speller) {
        this.plan = plan;
        this.speller = speller;
        this.record = speller.name(plan.id());
        this.builder = ClassName.get("", "Builder");
    }

    /**
     * <pre>{@code
     * public static Builder builder() {
     *   return new Builder();
     * }
     *
     * public Builder toBuilder() {
     *   return new Builder().item(item).note(note);
     * }
     *
     * public static final class Builder {
     *   (a field and a method for each component)
     *
     *   public Line build() {
     *     return new Line(Objects.requireNonNull(item, "item"), note);
     *   }
     * }
     * }</pre>
     */
    void addTo(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Makes one step by step.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build());
        type.addMethod(toBuilder());
        TypeSpec.Builder nested = TypeSpec.classBuilder("Builder")
                .addJavadoc("Makes one step by step.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        for (TypePlan.Component component : plan.components()) {
            nested.addField(FieldSpec.builder(speller.nullable(component.use()), component.name(), Modifier.PRIVATE)
                    .build());
        }
        TypePlan.Others others = plan.others();
        if (others != null) {
            nested.addField(FieldSpec.builder(speller.mapOf(others.value()), others.name(), Modifier.PRIVATE)
                    .initializer("$T.of()", Map.class)
                    .build());
        }
        nested.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        plan.components().forEach(component -> nested.addMethod(setter(component)));
        if (others != null) {
            nested.addMethod(setter(others.name(), speller.mapOf(others.value()), "All other properties."));
        }
        type.addType(nested.addMethod(build()).build());
    }

    private MethodSpec toBuilder() {
        CodeBlock.Builder calls = CodeBlock.builder();
        names().forEach(name -> calls.add("\n.$1L($1L)", name));
        return MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Makes another one that is like this.")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new $T()$L", builder, calls.build())
                .build();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        plan.components().forEach(component -> names.add(component.name()));
        TypePlan.Others others = plan.others();
        if (others != null) {
            names.add(others.name());
        }
        return names;
    }

    private MethodSpec setter(TypePlan.Component component) {
        String words =
                TypeFileGenerator.words(component.docs(), TypeFileGenerator.sentence(component.property()) + ".");
        return setter(component.name(), speller.of(component.use()), words);
    }

    private MethodSpec setter(String name, TypeName type, String words) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", words)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(type, name)
                .addStatement("this.$1L = $1L", name)
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        List<CodeBlock> arguments = new ArrayList<>();
        for (TypePlan.Component component : plan.components()) {
            arguments.add(
                    component.use().nullable()
                            ? CodeBlock.of("$L", component.name())
                            : CodeBlock.of("$1T.requireNonNull($2L, $2S)", Objects.class, component.name()));
        }
        TypePlan.Others others = plan.others();
        if (others != null) {
            arguments.add(CodeBlock.of("$L", others.name()));
        }
        return MethodSpec.methodBuilder("build")
                .addJavadoc("Throws NullPointerException if something is missing that has to be there.")
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addStatement("return new $T(\n$>$>$L$<$<)", record, CodeBlock.join(arguments, ",\n"))
                .build();
    }
}
