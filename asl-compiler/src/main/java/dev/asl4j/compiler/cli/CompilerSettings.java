package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.MachineType;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.rules.RuleSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say by which rules a definition is judged. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CompilerSettings {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "aws",
            converter = ProfileWord.class,
            completionCandidates = ProfileWord.class,
            description = {
                "Whose rules count: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
                "aws refuses what AWS refuses, spec what the specification at states-language.net forbids,"
                        + " portable both, and tells what the two run differently."
            })
    private Profile profile;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "STANDARD",
            converter = TypeWord.class,
            completionCandidates = TypeWord.class,
            description =
                    "The type that the state machines are created with: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private MachineType type;

    @Option(
            names = "--rule",
            paramLabel = "CODE=LEVEL",
            description = {
                "Sets the level of a rule, which goes by the code in brackets at the end of its messages:"
                        + " error, warning, note or off. Can be given more than once. Example: --rule no-dollar=off"
            })
    private @Nullable List<String> rules;

    @Option(
            names = "--substitution",
            paramLabel = "NAME=VALUE",
            description = "The value of a placeholder $${NAME}. Can be given more than once.")
    private @Nullable List<String> substitutions;

    @Option(
            names = "--numbers",
            paramLabel = "TYPE",
            defaultValue = "double",
            converter = NumbersWord.class,
            completionCandidates = NumbersWord.class,
            description =
                    "The Java type of numbers with a fraction, in types made of schemas: ${COMPLETION-CANDIDATES}."
                            + " Default: ${DEFAULT-VALUE}.")
    private TypeOptions.Numbers numbers;

    @Option(
            names = "--unknown-properties",
            paramLabel = "FATE",
            defaultValue = "keep",
            converter = UnknownWord.class,
            completionCandidates = UnknownWord.class,
            description =
                    "What becomes of properties that a schema neither names nor forbids: ${COMPLETION-CANDIDATES}."
                            + " Default: ${DEFAULT-VALUE}.")
    private TypeOptions.UnknownProperties unknownProperties;

    @Option(
            names = "--schema-validation",
            description = {
                "Generated code checks data by the schemas in files with types as well, also what no Java type holds.",
                "Needs dev.asl4j:asl4j-validation at run time."
            })
    private boolean schemaValidation;

    CompilerOptions options(String packageName) {
        try {
            return new CompilerOptions(packageName)
                    .withRules(new RuleSet(profile, levels()))
                    .withSubstitutions(values())
                    .withMachineType(type)
                    .withTypes(new TypeOptions(numbers, unknownProperties, schemaValidation));
        } catch (IllegalArgumentException fault) {
            throw fault(String.valueOf(fault.getMessage()));
        }
    }

    private Map<Code, Level> levels() {
        Map<Code, Level> levels = new LinkedHashMap<>();
        for (String setting : rules == null ? List.<String>of() : rules) {
            int sign = setting.indexOf('=');
            if (sign < 0) {
                throw fault("--rule " + setting + ": expected CODE=LEVEL, for example no-dollar=off");
            }
            RuleSetting.read(setting.substring(0, sign), setting.substring(sign + 1), new Refusal(setting))
                    .ifPresent(known -> levels.put(known.rule(), known.level()));
        }
        return levels;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : substitutions == null ? List.<String>of() : substitutions) {
            int sign = setting.indexOf('=');
            if (sign < 0) {
                throw fault("--substitution " + setting + ": expected NAME=VALUE");
            }
            values.put(setting.substring(0, sign), setting.substring(sign + 1));
        }
        return values;
    }

    private ParameterException fault(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** A setting that is wrong is a mistake on the command line. */
    private final class Refusal implements RuleSetting.Faults {
        private final String setting;

        Refusal(String setting) {
            this.setting = setting;
        }

        @Override
        public void rule(Code code, String message, @Nullable String hint) {
            throw fault("--rule " + setting + ": " + message + (hint == null ? "" : "; " + hint));
        }

        @Override
        public void level(Code code, String message, @Nullable String hint) {
            rule(code, message, hint);
        }
    }

    static final class ProfileWord extends Word<Profile> {
        ProfileWord() {
            super(Stream.of(Profile.values()).map(Profile::word));
        }

        @Override
        Optional<Profile> find(String word) {
            return Profile.of(word);
        }
    }

    static final class TypeWord extends Word<MachineType> {
        TypeWord() {
            super(Stream.of(MachineType.values()).map(MachineType::name));
        }

        @Override
        Optional<MachineType> find(String word) {
            return MachineType.of(word);
        }
    }

    /** A constant by its name in small letters. */
    private abstract static class ConstantWord<E extends Enum<E>> extends Word<E> {
        private final List<E> constants;

        ConstantWord(E[] constants) {
            super(Stream.of(constants).map(ConstantWord::word));
            this.constants = List.of(constants);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }

        @Override
        final Optional<E> find(String word) {
            return constants.stream()
                    .filter(constant -> word(constant).equals(word))
                    .findAny();
        }
    }

    static final class NumbersWord extends ConstantWord<TypeOptions.Numbers> {
        NumbersWord() {
            super(TypeOptions.Numbers.values());
        }
    }

    static final class UnknownWord extends ConstantWord<TypeOptions.UnknownProperties> {
        UnknownWord() {
            super(TypeOptions.UnknownProperties.values());
        }
    }
}
