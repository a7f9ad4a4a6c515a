package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a state does to the data on its way through, in its query language. */
public sealed interface DataFlow {

    /** Those of the templates that are there. */
    List<Template> templates();

    /** Calls the method for this query language. */
    <R> R accept(Visitor<R> visitor);

    /**
     * JSONPath: InputPath, Parameters, (the work,) ResultSelector, ResultPath, OutputPath. Fields that the type of state
     * does not have are absent.
     */
    record Paths(
            PathSetting inputPath,
            @Nullable Template parameters,
            @Nullable Template resultSelector,
            PathSetting resultPath,
            PathSetting outputPath)
            implements DataFlow {

        @Override
        public List<Template> templates() {
            return present(parameters, resultSelector);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paths(this);
        }
    }

    /**
     * JSONata: Arguments, (the work,) Output.
     *
     * @param arguments null: the raw input
     * @param output null: the result of the work; of a state without work, the raw input
     */
    record Queries(@Nullable Template arguments, @Nullable Template output) implements DataFlow {

        @Override
        public List<Template> templates() {
            return present(arguments, output);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queries(this);
        }
    }

    private static List<Template> present(@Nullable Template first, @Nullable Template second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One method for each query language. */
    interface Visitor<R> {
        R paths(Paths flow);

        R queries(Queries flow);
    }
}
