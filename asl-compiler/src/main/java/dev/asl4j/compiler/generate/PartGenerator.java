package dev.asl4j.compiler.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asl4j.compiler.plan.Condition;
import dev.asl4j.compiler.plan.PartMethod;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import dev.asl4j.compiler.plan.Variable;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Methods that compute a part of an expression. */
final class PartGenerator {
    private final Speller speller;

    PartGenerator(Speller speller) {
        this.speller = speller;
    }

    MethodSpec method(PartMethod part) {
        return part.body().accept(new Bodies(part));
    }

    private final class Bodies implements PartMethod.Visitor<MethodSpec> {
        private final PartMethod part;

        Bodies(PartMethod part) {
            this.part = part;
        }

        /**
         * <pre>{@code
         * private static @Nullable JsonNode shipPart(JsonNode input) {
         *   return at(input, STATE_X);
         * }
         * }</pre>
         */
        @Override
        public MethodSpec value(Value value) {
            boolean maybeNull = value instanceof Value.MemberAt
                    || value instanceof Value.ElementAt
                    || value instanceof Value.Assigned;
            TypeName type = maybeNull
                    ? RuntimeTypes.JSON_NODE.annotated(
                            AnnotationSpec.builder(RuntimeTypes.NULLABLE).build())
                    : RuntimeTypes.JSON_NODE;
            return method(type).addStatement("return $L", speller.value(value)).build();
        }

        /**
         * <pre>{@code
         * private static ObjectBuilder shipPart(ObjectBuilder object, JsonNode input) {
         *   return object
         *       .set("x", found(at(input, STATE_X), "$.x", "x.$", input))
         *       .set("y", SHIP_Y);
         * }
         * }</pre>
         */
        @Override
        public MethodSpec members(List<Value.Member> members) {
            CodeBlock.Builder code = CodeBlock.builder().add("object");
            for (Value.Member member : members) {
                code.add("\n.set($L, $L)", speller.string(member.name()), speller.nested(member.value()));
            }
            return builderMethod().addStatement("return $L", code.build()).build();
        }

        @Override
        public MethodSpec parts(List<Value.PartCall> parts) {
            CodeBlock chain = ValueSpeller.chained(parts, CodeBlock.of("object"));
            return builderMethod().addStatement("return $L", chain).build();
        }

        private MethodSpec.Builder builderMethod() {
            MethodSpec.Builder method = MethodSpec.methodBuilder(part.name())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(RuntimeTypes.OBJECT_BUILDER)
                    .addParameter(RuntimeTypes.OBJECT_BUILDER, "object");
            return withParameters(method);
        }

        /**
         * <pre>{@code
         * private static boolean isValidPart(JsonNode input) {
         *   return isNumeric(variable(at(input, STATE_X), "$.x"))
         *       && ...;
         * }
         * }</pre>
         */
        @Override
        public MethodSpec condition(Condition condition) {
            return method(TypeName.BOOLEAN)
                    .addStatement("return $L", speller.condition(condition))
                    .build();
        }

        /**
         * <pre>{@code
         * private static boolean isValidPart(Frame frame, JsonNode input) {
         *   if (...) {
         *     frame.next(SHIP, input);
         *     return true;
         *   }
         *   return false;
         * }
         * }</pre>
         */
        @Override
        public MethodSpec rules(List<StatePlan.Rule> rules) {
            return method(TypeName.BOOLEAN)
                    .addCode(ChoiceGenerator.rules(rules, "return true", speller))
                    .addStatement("return false")
                    .build();
        }

        /**
         * <pre>{@code
         * private static void setUpPart(Frame frame, JsonNode assigned) {
         *   frame.assign(RATE_SLOT, assigned.get("rate"));
         *   frame.assign(LIMIT_SLOT, assigned.get("limit"));
         * }
         * }</pre>
         */
        @Override
        public MethodSpec assign(List<StatePlan.Assign> members) {
            MethodSpec.Builder method = method(TypeName.VOID);
            for (StatePlan.Assign member : members) {
                method.addStatement(
                        "frame.assign($L, $L.get($L))",
                        member.slot(),
                        speller.value(member.value()),
                        speller.string(String.valueOf(member.local())));
            }
            return method.build();
        }

        private MethodSpec.Builder method(TypeName type) {
            return withParameters(MethodSpec.methodBuilder(part.name())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(type));
        }

        private MethodSpec.Builder withParameters(MethodSpec.Builder method) {
            for (Variable variable : part.parameters()) {
                method.addParameter(type(variable), variable.javaName());
            }
            return method;
        }
    }

    static TypeName type(Variable variable) {
        return switch (variable) {
            case FRAME -> RuntimeTypes.FRAME;
            case QUERY -> RuntimeTypes.QUERY;
            case INDEX -> TypeName.INT;
            case CONTEXT,
                    INPUT,
                    PARAMETERS,
                    RESULT,
                    SELECTED,
                    OUTPUT,
                    FILTERED_OUTPUT,
                    ASSIGNED,
                    ERROR_OUTPUT,
                    ITEMS,
                    ITEM -> RuntimeTypes.JSON_NODE;
        };
    }
}
