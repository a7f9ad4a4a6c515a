package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/** A definition, compiled at run time and bound to one handler for all its tasks, which tells them apart by their resource. */
final class CompiledWorkflow {
    private final Workflow<JsonNode, JsonNode> workflow;

    private CompiledWorkflow(Workflow<JsonNode, JsonNode> workflow) {
        this.workflow = workflow;
    }

    /**
     * Compiles {@code content} and loads the class; fails the test if the compiler or javac has anything to say.
     *
     * @param path path of the definition below a source root, with {@code /}
     */
    static CompiledWorkflow of(String path, byte[] content, TaskHandler<JsonNode, JsonNode> handler) {
        CompilationResult result =
                AslCompiler.compile(List.of(new Definition(path, path, content)), new CompilerOptions(""));
        assertThat(result.diagnostics()).isEmpty();
        JavaBuild build = JavaBuild.of(result.files());
        assertThat(build.messages()).isEmpty();
        try {
            return new CompiledWorkflow(load(build, result.files().get(0), handler));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot create the workflow of " + path, e);
        }
    }

    /** The workflow of a file that was compiled, with one handler for all its tasks. */
    static Workflow<JsonNode, JsonNode> load(
            JavaBuild build, GeneratedFile file, TaskHandler<JsonNode, JsonNode> handler)
            throws ReflectiveOperationException {
        String path = file.path().substring(0, file.path().length() - ".java".length());
        return create(build, path.replace('/', '.'), handler);
    }

    @SuppressWarnings("unchecked") // a generated class without types is a workflow from JSON to JSON
    private static Workflow<JsonNode, JsonNode> create(
            JavaBuild build, String name, TaskHandler<JsonNode, JsonNode> handler) throws ReflectiveOperationException {
        Class<?> type = build.load(name);
        var constructor = type.getConstructors()[0];
        if (constructor.getParameterCount() == 0) {
            return (Workflow<JsonNode, JsonNode>) constructor.newInstance();
        }
        Class<?> tasks = constructor.getParameterTypes()[0];
        Object proxy = Proxy.newProxyInstance(
                tasks.getClassLoader(),
                new Class<?>[] {tasks},
                (self, method, arguments) -> handler.handle((JsonNode) arguments[0], (TaskContext) arguments[1]));
        return (Workflow<JsonNode, JsonNode>) constructor.newInstance(proxy);
    }

    JsonNode run(JsonNode input, Environment environment) {
        return workflow.run(input, environment);
    }
}
