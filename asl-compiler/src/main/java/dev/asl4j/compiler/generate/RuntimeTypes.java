package dev.asl4j.compiler.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Choices;
import dev.asl4j.runtime.data.FieldPaths;
import dev.asl4j.runtime.data.Filters;
import dev.asl4j.runtime.data.Intrinsics;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.data.PathFunctions;
import dev.asl4j.runtime.data.Paths;
import dev.asl4j.runtime.data.Regex;
import dev.asl4j.runtime.data.Selection;
import dev.asl4j.runtime.data.StringPattern;
import dev.asl4j.runtime.data.Timestamps;
import dev.asl4j.runtime.http.HttpTask;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.Query;
import dev.asl4j.runtime.spi.QueryExpression;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The types that generated code names. */
final class RuntimeTypes {
    static final ClassName CATCHER = ClassName.get(Catcher.class);
    static final ClassName CHOICES = ClassName.get(Choices.class);
    static final ClassName COMPLETION_STAGE = ClassName.get(CompletionStage.class);
    static final ClassName DATA_TYPE = ClassName.get(DataType.class);
    static final ClassName DISTRIBUTION = ClassName.get(Distribution.class);
    static final ClassName FIELD_PATHS = ClassName.get(FieldPaths.class);
    static final ClassName FILTERS = ClassName.get(Filters.class);
    static final ClassName FRAME = ClassName.get(Frame.class);
    static final ClassName GENERATED = ClassName.get(Generated.class);
    static final ClassName HTTP_TASK = ClassName.get(HttpTask.class);
    static final ClassName INSTANT = ClassName.get(Instant.class);
    static final ClassName INT_NODE = ClassName.get(IntNode.class);
    static final ClassName INTRINSICS = ClassName.get(Intrinsics.class);
    static final ClassName ITEM_BATCHER = ClassName.get(ItemBatcher.class);
    static final ClassName ITEM_READER = ClassName.get(ItemReader.class);
    static final ClassName JSON = ClassName.get(Json.class);
    static final ClassName JSON_NODE = ClassName.get(JsonNode.class);
    static final ClassName NULL_MARKED = ClassName.get(NullMarked.class);
    static final ClassName NULLABLE = ClassName.get(Nullable.class);
    static final ClassName OBJECT_BUILDER = ClassName.get(ObjectBuilder.class);
    static final ClassName PATH_FUNCTIONS = ClassName.get(PathFunctions.class);
    static final ClassName PATHS = ClassName.get(Paths.class);
    static final ClassName QUERY = ClassName.get(Query.class);
    static final ClassName QUERY_EXPRESSION = ClassName.get(QueryExpression.class);
    static final ClassName REGEX = ClassName.get(Regex.class);
    static final ClassName RESULT_WRITER = ClassName.get(ResultWriter.class);
    static final ClassName RETRIER = ClassName.get(Retrier.class);
    static final ClassName SCOPE = ClassName.get(Scope.class);
    static final ClassName SELECTION = ClassName.get(Selection.class);
    static final ClassName STATE_MACHINE = ClassName.get(StateMachine.class);
    static final ClassName STATE_TABLE = ClassName.get(StateTable.class);
    static final ClassName STATE_TABLE_BUILDER = ClassName.get(StateTable.Builder.class);
    static final ClassName STATE_TYPE = ClassName.get(StateType.class);
    static final ClassName STRING_PATTERN = ClassName.get(StringPattern.class);
    static final ClassName TASK = ClassName.get(Task.class);
    static final ClassName TASK_CONTEXT = ClassName.get(TaskContext.class);
    static final ClassName TIMESTAMPS = ClassName.get(Timestamps.class);
    static final ClassName WORKFLOW = ClassName.get(Workflow.class);

    static final ParameterizedTypeName SCOPES = ParameterizedTypeName.get(ClassName.get(List.class), SCOPE);

    private RuntimeTypes() {}
}
