package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.datatype.TypePlan;
import dev.asl4j.compiler.json.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Generates the record for an object. */
final class RecordGenerator {
    private final TypePlan.RecordType plan;
    private final TypeSpeller speller;
    private final Statics statics;

    RecordGenerator(TypePlan.RecordType plan, TypeSpeller speller, Statics statics) {
        this.plan = plan;
        this.speller = speller;
        this.statics = statics;
    }

    /**
     * <pre>{@code
     * @JsonInclude(JsonInclude.Include.ALWAYS)
     * public record Line(
     *     @JsonProperty(value = "item", required = true) String item,
     *     @JsonProperty("note") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {
     *   public Line {
     *     Objects.requireNonNull(item, "item");
     *   }
     * }
     * }</pre>
     */
    TypeSpec.Builder type(String simpleName) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(simpleName)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(JsonAnnotations.always())
                .addJavadoc("$L", javadoc())
                .recordConstructor(constructor());
        String tag = plan.tag();
        if (tag != null) {
            type.addAnnotation(JsonAnnotations.branch(tag));
        }
        plan.unions().forEach(union -> type.addSuperinterface(speller.name(union)));
        TypePlan.Others others = plan.others();
        if (others != null && !plan.builder() && !plan.components().isEmpty()) {
            type.addMethod(shortConstructor());
        }
        for (TypePlan.Component component : plan.components()) {
            TypePlan.Default meant = component.defaultValue();
            if (meant != null) {
                type.addMethod(orDefault(component, meant));
            }
        }
        if (plan.builder()) {
            new BuilderGenerator(plan, speller).addTo(type);
        }
        return type;
    }

    private String javadoc() {
        StringBuilder text = new StringBuilder(TypeFileGenerator.words(plan.docs(), "An object."));
        text.append('\n');
        for (TypePlan.Component component : plan.components()) {
            text.append("\n@param ")
                    .append(component.name())
                    .append(' ')
                    .append(TypeFileGenerator.words(
                            component.docs(), TypeFileGenerator.property(component.property())));
            if (!component.required()) {
                text.append(" (null: it is not there)");
            }
        }
        TypePlan.Others others = plan.others();
        if (others != null) {
            text.append("\n@param ").append(others.name()).append(" all other properties");
        }
        return text.toString();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (TypePlan.Component component : plan.components()) {
            constructor.addParameter(ParameterSpec.builder(speller.of(component.use()), component.name())
                    .addAnnotations(JsonAnnotations.component(component))
                    .build());
            addChecks(component.name(), component.use(), constructor);
        }
        TypePlan.Others others = plan.others();
        if (others != null) {
            constructor.addParameter(ParameterSpec.builder(speller.mapOf(others.value()), others.name())
                    .addAnnotations(JsonAnnotations.others())
                    .build());
            addChecks(others.name(), new JavaType.Use(new JavaType.MapOf(others.value()), false), constructor);
        }
        return constructor.build();
    }

    /** What a component is held to, before it is the record's. Nobody can change what a record has. */
    private void addChecks(String name, JavaType.Use use, MethodSpec.Builder constructor) {
        if (use.type() instanceof JavaType.ListOf || use.type() instanceof JavaType.MapOf) {
            String format = use.nullable() ? "$1L = $1L == null ? null : $2L" : "$1L = $2L";
            constructor.addStatement(format, name, new CopySpeller(speller).copy(name, use.type()));
            if (CopySpeller.isUnchecked(use.type())) {
                CodeBlock check = CodeBlock.of("$L.values().forEach($T::requireNonNull)", name, Objects.class);
                if (use.nullable()) {
                    constructor
                            .beginControlFlow("if ($L != null)", name)
                            .addStatement(check)
                            .endControlFlow();
                } else {
                    constructor.addStatement(check);
                }
            }
        } else if (!use.nullable() && !(use.type() instanceof JavaType.Scalar scalar && scalar.isPrimitive())) {
            constructor.addStatement("$T.requireNonNull($L, $S)", Objects.class, name, name);
        }
    }

    /**
     * <pre>{@code
     * @JsonCreator(mode = JsonCreator.Mode.DISABLED)
     * public Line(String item, @Nullable String note) {
     *   this(item, note, Map.of());
     * }
     * }</pre>
     */
    private MethodSpec shortConstructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(JsonAnnotations.noCreator())
                .addJavadoc("Without other properties.");
        List<String> names = new ArrayList<>();
        for (TypePlan.Component component : plan.components()) {
            constructor.addParameter(speller.of(component.use()), component.name());
            names.add(component.name());
        }
        return constructor
                .addStatement("this($L, $T.of())", String.join(", ", names), Map.class)
                .build();
    }

    /**
     * <pre>{@code
     * public String currencyOrDefault() {
     *   return currency == null ? "EUR" : currency;
     * }
     * }</pre>
     */
    private MethodSpec orDefault(TypePlan.Component component, TypePlan.Default meant) {
        TypeName type = component.use().type().accept(speller);
        return MethodSpec.methodBuilder(meant.method())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "$L, or what is meant if it is not there.", TypeFileGenerator.sentence(component.property()))
                .returns(type)
                .addStatement("return $1L == null ? $2L : $1L", component.name(), value(component, meant))
                .build();
    }

    private CodeBlock value(TypePlan.Component component, TypePlan.Default meant) {
        if (component.use().type() instanceof JavaType.Generated generated) {
            return CodeBlock.of("$T.$L", speller.name(generated.id()), meant.constant());
        }
        if (meant.value() instanceof JsonString text) {
            return Literals.string(text.value(), statics);
        }
        String number = meant.value().toString();
        return switch ((JavaType.Scalar) component.use().type()) {
            case LONG -> CodeBlock.of("$LL", new BigDecimal(number).toBigIntegerExact());
            case INT -> CodeBlock.of("$L", new BigDecimal(number).toBigIntegerExact());
            case DOUBLE -> CodeBlock.of("$L", Double.toString(new BigDecimal(number).doubleValue()));
            case BIG_DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, number);
            default -> CodeBlock.of("$L", number);
        };
    }
}
