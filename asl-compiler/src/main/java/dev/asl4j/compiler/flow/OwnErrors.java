package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The errors that states raise themselves, without those of the states inside them and of their catchers. More rather than fewer: an
 * error that is not among them cannot occur.
 */
final class OwnErrors implements State.Visitor<Raised> {

    private static final OwnErrors ERRORS = new OwnErrors();

    private OwnErrors() {}

    static Raised of(State state) {
        return fields(state).or(state.accept(ERRORS));
    }

    /** What a catcher's own fields raise, which that state does not catch any more. */
    static Raised ofCatchers(State state) {
        return state.catchers().stream()
                .map(catcher -> split(EvaluationErrors.OF.caught(catcher)).or(placed(catcher.resultPath())))
                .reduce(Raised.NOTHING, Raised::or);
    }

    private static Raised fields(State state) {
        Raised fields = split(EvaluationErrors.OF.own(state));
        if (state instanceof ChoiceState choice) {
            for (ChoiceState.Rule rule : choice.rules()) {
                fields = fields.or(split(EvaluationErrors.OF.condition(rule.condition())))
                        .or(split(EvaluationErrors.OF.taken(rule)));
            }
        }
        return fields;
    }

    private static Raised split(Stream<String> errors) {
        List<String> names = errors.distinct().toList();
        return new Raised(
                ErrorSet.of(names.stream()
                        .filter(name -> !ErrorMatch.isUncatchable(name))
                        .toList()),
                ErrorSet.of(names.stream()
                        .filter(name -> ErrorMatch.isUncatchable(name) || name.equals(ErrorName.DATA_LIMIT_EXCEEDED))
                        .toList()));
    }

    private static Raised fatal(String... names) {
        return new Raised(ErrorSet.NONE, ErrorSet.of(Arrays.asList(names)));
    }

    private static Raised catchable(String... names) {
        return new Raised(ErrorSet.of(Arrays.asList(names)), ErrorSet.NONE);
    }

    /** A result that is put inside of the input. */
    private static Raised placed(PathSetting resultPath) {
        return resultPath instanceof PathSetting.Given given
                        && !given.path().steps().isEmpty()
                ? fatal(ErrorName.RUNTIME, ErrorName.DATA_LIMIT_EXCEEDED)
                : Raised.NOTHING;
    }

    private static Raised placed(DataFlow flow) {
        return flow.accept(new DataFlow.Visitor<>() {
            @Override
            public Raised paths(DataFlow.Paths paths) {
                return placed(paths.resultPath());
            }

            @Override
            public Raised queries(DataFlow.Queries queries) {
                return Raised.NOTHING;
            }
        });
    }

    /** What every state that works can fail with: its result is too large, or it could not be run at all. */
    private static Raised work() {
        return catchable(ErrorName.DATA_LIMIT_EXCEEDED).or(fatal(ErrorName.RUNTIME, ErrorName.DATA_LIMIT_EXCEEDED));
    }

    @Override
    public Raised task(TaskState state) {
        ErrorSet errors = ErrorSet.NONE.or(ErrorName.TASK_FAILED, ErrorName.TIMEOUT, ErrorName.PERMISSIONS);
        if (state.heartbeat() != null) {
            errors = errors.or(ErrorName.HEARTBEAT_TIMEOUT);
        }
        if (isHttp(state.resource())) {
            errors = errors.or(ErrorName.HTTP_SOCKET);
        }
        return work().or(new Raised(errors.andOthers(), ErrorSet.NONE));
    }

    static boolean isHttp(Resource resource) {
        return resource instanceof Resource.Integration integration
                && integration.service().equals("http");
    }

    @Override
    public Raised pass(PassState state) {
        return placed(state.dataFlow());
    }

    @Override
    public Raised choice(ChoiceState state) {
        return state.otherwise() == null ? fatal(ErrorName.RUNTIME) : Raised.NOTHING;
    }

    @Override
    public Raised waiting(WaitState state) {
        return state.duration().origin() == null ? Raised.NOTHING : fatal(ErrorName.RUNTIME);
    }

    @Override
    public Raised succeed(SucceedState state) {
        return Raised.NOTHING;
    }

    @Override
    public Raised fail(FailState state) {
        if (state.error() instanceof FailText.Constant error && !error.text().contains("${")) {
            ErrorSet name = ErrorSet.NONE.or(error.text());
            return new Raised(name, ErrorMatch.isUncatchable(error.text()) ? name : ErrorSet.NONE);
        }
        return new Raised(ErrorSet.NONE.andOthers(), ErrorSet.NONE);
    }

    @Override
    public Raised parallel(ParallelState state) {
        return placed(state.dataFlow())
                .or(catchable(ErrorName.DATA_LIMIT_EXCEEDED))
                .or(fatal(ErrorName.DATA_LIMIT_EXCEEDED));
    }

    @Override
    public Raised map(MapState state) {
        Raised items = state.language() == QueryLanguage.JSONATA
                ? work().or(catchable(ErrorName.QUERY_EVALUATION_ERROR))
                : work();
        Distribution distribution = state.distribution();
        if (distribution == null) {
            return items;
        }
        ErrorSet run = ErrorSet.NONE.or(
                ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                ErrorName.ITEM_READER_FAILED,
                ErrorName.RESULT_WRITER_FAILED,
                ErrorName.PERMISSIONS,
                ErrorName.TASK_FAILED,
                ErrorName.TIMEOUT);
        return items.or(new Raised(run.andOthers(), ErrorSet.NONE));
    }

    @Override
    public Raised unresolved(UnresolvedState state) {
        ErrorSet any = ErrorNames.known().andOthers();
        return new Raised(any, ErrorSet.NONE.or(ErrorName.RUNTIME, ErrorName.DATA_LIMIT_EXCEEDED));
    }
}
