package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes workflows of classes that were generated and compiled at run time. */
final class Workflows {
    private Workflows() {}

    /** A workflow with one handler for all its tasks, which tells them apart by their resource and state. */
    @SuppressWarnings("unchecked") // a generated class without types is a workflow from JSON to JSON
    static Workflow<JsonNode, JsonNode> create(Class<?> type, TaskHandler<JsonNode, JsonNode> handler) {
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            if (constructor.getParameterCount() == 0) {
                return (Workflow<JsonNode, JsonNode>) constructor.newInstance();
            }
            Class<?> tasks = constructor.getParameterTypes()[0];
            InvocationHandler calls =
                    (self, method, arguments) -> handler.handle((JsonNode) arguments[0], (TaskContext) arguments[1]);
            Object proxy = Proxy.newProxyInstance(tasks.getClassLoader(), new Class<?>[] {tasks}, calls);
            return (Workflow<JsonNode, JsonNode>) constructor.newInstance(proxy);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot create " + type.getName(), e);
        }
    }
}
