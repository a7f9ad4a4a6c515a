package dev.asl4j.compiler;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program without JSON in it: {@code typed/shop}. What does not fit its types does not compile. */
final class TypedWorkflowTest {
    private static final Path SHOP = Path.of("src/test/resources/typed/shop");

    private static List<GeneratedFile> files = List.of();
    private static String program = "";

    @BeforeAll
    static void generate() throws Exception {
        CompilationResult result = TypedSources.of(SHOP).compile(CompilerOptions.DEFAULTS);
        assertThat(result.diagnostics()).isEmpty();
        files = result.files();
        program = Files.readString(SHOP.resolve("app/Program.java"));
    }

    @Test
    void compiles() {
        assertThat(compile(program)).succeededWithoutWarnings();
    }

    @Test
    void runsOnValuesOfItsTypes() throws Exception {
        assertThat(run(20, "a", "b")).isEqualTo("order-42 card 2");
        assertThat(run(20)).isEqualTo("order-42 transfer 0");
    }

    @Test
    void aDeclaredErrorIsCaughtByItsName() throws Exception {
        assertThat(run(2000, "a")).isEqualTo("order-42 null 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public Payment charge( | public Order charge( | return type schemas.Order is not compatible with schemas.Payment",
                "input.amount() > | input.total() > | symbol:   method total()",
                "ShopTypes.ChargeInput input | Order input | does not override abstract method charge(shopping.ShopTypes.ChargeInput",
                "new Payment.Transfer(\"DE00\") | new Payment.Cash() | symbol:   class Cash",
                "new Payment.Card(\"4242\") | new Payment.Card(4242) | int cannot be converted to java.lang.String",
                "List<Order.Line> input | List<String> input | does not override abstract method count(",
                "public Long count | public String count | return type java.lang.String is not compatible with java.lang.Long",
                "CardDeclinedException | CardRefusedException | symbol:   class CardRefusedException",
                "ShopTypes.Output receipt | String receipt | shopping.ShopTypes.Output cannot be converted to java.lang.String",
                "new Order(\"order-42\", total, lines) | \"order-42\" | java.lang.String cannot be converted to schemas.Order",
                "receipt.by() | receipt.paidBy() | symbol:   method paidBy()"
            })
    void whatDoesNotFitDoesNotCompile(String right, String wrong, String expected) {
        String source = program.replace(right, wrong);
        assertThat(source).isNotEqualTo(program);

        assertThat(compile(source)).hadErrorContaining(expected).inFile(user(source));
    }

    @Test
    void aMissingHandlerDoesNotCompile() {
        String source = program.replace("  @Override\n  public Long count", "  public Long counted");

        assertThat(compile(source)).hadErrorContaining("does not override abstract method count(");
    }

    private static String run(double total, String... items) throws Exception {
        List<GeneratedFile> all = new ArrayList<>(files);
        all.add(new GeneratedFile("app/Program.java", program, "app/Program.java"));
        InMemoryJava java = InMemoryJava.compile(all);
        assertThat(java.messages()).isEmpty();
        return (String) java.loader()
                .loadClass("app.Program")
                .getMethod("run", double.class, String[].class)
                .invoke(null, total, items);
    }

    private static Compilation compile(String source) {
        List<JavaFileObject> sources = Stream.concat(
                        files.stream()
                                .map(file -> JavaFileObjects.forSourceString(
                                        file.path().replace(".java", "").replace('/', '.'), file.content())),
                        Stream.of(user(source)))
                .toList();
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-Werror", "-proc:none")
                .compile(sources);
    }

    private static JavaFileObject user(String source) {
        return JavaFileObjects.forSourceString("app.Program", source);
    }
}
