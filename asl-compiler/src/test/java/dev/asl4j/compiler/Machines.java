package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import dev.asl4j.runtime.testing.VirtualTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Definitions compiled to classes and loaded; each is run by the name of its class, in virtual time. */
final class Machines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<GeneratedFile> files;
    private final ClassLoader loader;

    private Machines(List<GeneratedFile> files, ClassLoader loader) {
        this.files = files;
        this.loader = loader;
    }

    static Definition definition(String path, String json) {
        return new Definition(path, "src/main/asl/" + path, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Compiles all; neither compiler may find an error, and javac not even a warning. */
    static Machines of(List<Definition> definitions) {
        CompilationResult result = AslCompiler.compile(definitions, CompilerOptions.DEFAULTS);
        assertThat(result.diagnostics()).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return ofFiles(result.files());
    }

    static Machines ofFiles(List<GeneratedFile> files) {
        InMemoryJava java = InMemoryJava.compile(files);
        assertThat(java.messages()).isEmpty();
        return new Machines(files, java.loader());
    }

    static Machines of(String path, String json) {
        return of(List.of(definition(path, json)));
    }

    /** The text of the only file. */
    String source() {
        assertThat(files).hasSize(1);
        return files.get(0).content();
    }

    ClassLoader loader() {
        return loader;
    }

    JsonNode run(String className, String input, Map<String, TaskHandler<JsonNode, JsonNode>> tasks) throws Exception {
        return run(className, input, tasks, VirtualTime.startingAt(START, 1));
    }

    JsonNode run(String className, String input, Map<String, TaskHandler<JsonNode, JsonNode>> tasks, VirtualTime time)
            throws Exception {
        return workflow(className, tasks).run(JSON.readTree(input), time);
    }

    /** An instance whose tasks are handled by the handlers of their names, or give back their input. */
    @SuppressWarnings("unchecked")
    Workflow<JsonNode, JsonNode> workflow(String className, Map<String, TaskHandler<JsonNode, JsonNode>> tasks)
            throws ReflectiveOperationException {
        Constructor<?>[] constructors = loader.loadClass(className).getConstructors();
        Constructor<?> constructor = constructors[0];
        if (constructors.length > 1 && constructor.getParameterCount() == 0) {
            constructor = constructors[1];
        }
        if (constructor.getParameterCount() == 0) {
            return (Workflow<JsonNode, JsonNode>) constructor.newInstance();
        }
        Class<?> type = constructor.getParameterTypes()[0];
        Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.isDefault() && !tasks.containsKey(method.getName())) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            TaskHandler<JsonNode, JsonNode> handler = tasks.getOrDefault(method.getName(), (input, task) -> input);
            JsonNode result = handler.handle((JsonNode) arguments[0], (TaskContext) arguments[1]);
            return method.getReturnType() == CompletionStage.class ? CompletableFuture.completedStage(result) : result;
        });
        return (Workflow<JsonNode, JsonNode>) constructor.newInstance(proxy);
    }
}
