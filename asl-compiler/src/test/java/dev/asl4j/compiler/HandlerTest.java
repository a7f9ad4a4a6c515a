package dev.asl4j.compiler;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the generated class demands of the code that uses it. */
final class HandlerTest {
    private static final String ORDER = "golden/order/expected/golden/order/OrderFulfilment.java";

    private static final String HEAD = """
            package app;

            import com.fasterxml.jackson.databind.JsonNode;
            import dev.asl4j.runtime.task.TaskContext;
            import golden.order.OrderFulfilment;

            final class Shop implements OrderFulfilment.Tasks {
              @Override public JsonNode validateOrder(JsonNode input, TaskContext task) { return input; }
              @Override public JsonNode packItem(JsonNode input, TaskContext task) { return input; }
              @Override public JsonNode charge(JsonNode input, TaskContext task) throws Exception { return input; }
            """;

    @Test
    void aHandlerForEachTaskCompiles() throws Exception {
        Compilation compilation = compile(HEAD
                + "  @Override public JsonNode snsPublish(JsonNode input, TaskContext task) { return input; }\n"
                + "  JsonNode run(JsonNode input) { return new OrderFulfilment(this).run(input); }\n}\n");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void aMissingHandlerDoesNotCompile() throws Exception {
        Compilation compilation = compile(HEAD + "}\n");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("app.Shop is not abstract and does not override abstract method snsPublish(")
                .inFile(user(HEAD + "}\n"))
                .onLine(7);
    }

    @Test
    void aHandlerOfAnotherTypeDoesNotCompile() throws Exception {
        String source =
                HEAD + "  @Override public String snsPublish(JsonNode input, TaskContext task) { return \"\"; }\n}\n";
        Compilation compilation = compile(source);
        assertThat(compilation)
                .hadErrorContaining(
                        "return type java.lang.String is not compatible with com.fasterxml.jackson.databind.JsonNode");
    }

    @Test
    void aWorkflowWithoutItsTasksDoesNotCompile() throws Exception {
        String source = "package app; final class Shop { Object o = new golden.order.OrderFulfilment(); }\n";
        Compilation compilation = compile(source);
        assertThat(compilation).hadErrorContaining("cannot be applied to given types");
    }

    @Test
    void whatTheRuntimeHasBuiltInNeedsNoHandler() {
        String states = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "End": true}}}
                """;
        CompilationResult result = AslCompiler.compile(
                List.of(Machines.definition("app/Nested.asl.json", states)), CompilerOptions.DEFAULTS);
        String source = """
                package app;

                import com.fasterxml.jackson.databind.JsonNode;
                import dev.asl4j.runtime.task.TaskContext;
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.CompletionStage;

                final class Shop implements Nested.Tasks {
                  Nested plain = new Nested();
                  Nested own = new Nested(new Shop());

                  @Override public CompletionStage<JsonNode> statesStartExecutionSync(JsonNode input, TaskContext task) {
                    return CompletableFuture.completedStage(input);
                  }
                }
                """;
        Compilation compilation = javac().compile(
                        JavaFileObjects.forSourceString(
                                "app.Nested", result.files().get(0).content()),
                        user(source));
        assertThat(compilation).succeededWithoutWarnings();
    }

    private static Compiler javac() {
        return Compiler.javac().withOptions("-Xlint:all,-processing", "-Werror", "-proc:none");
    }

    private static Compilation compile(String source) throws Exception {
        String generated = Files.readString(Path.of("src/test/resources", ORDER));
        return javac().compile(
                        JavaFileObjects.forSourceString("golden.order.OrderFulfilment", generated), user(source));
    }

    private static JavaFileObject user(String source) {
        return JavaFileObjects.forSourceString("app.Shop", source);
    }
}
