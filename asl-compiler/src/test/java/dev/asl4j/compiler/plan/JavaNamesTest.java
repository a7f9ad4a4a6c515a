package dev.asl4j.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.naming.NameSet;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ValidateOrder     | validateOrder     | VALIDATE_ORDER",
                "validate order    | validateOrder     | VALIDATE_ORDER",
                "validate-order!   | validateOrder     | VALIDATE_ORDER",
                "VALIDATE_ORDER    | validateOrder     | VALIDATE_ORDER",
                "HTTPCall          | httpCall          | HTTP_CALL",
                "sendSQSMessage    | sendSqsMessage    | SEND_SQS_MESSAGE",
                "Step2A            | step2A            | STEP2_A",
                "2nd try           | _2ndTry           | _2ND_TRY",
                "Don't stop        | dontStop          | DONT_STOP",
                "Gr\u00f6\u00dfe   | gr\u00f6\u00dfe   | GR\u00d6\u00dfE",
                "\u0130stanbul     | istanbul          | \u0130STANBUL",
                "\u6ce8\u6587      | \u6ce8\u6587      | \u6ce8\u6587",
                "e\u0301t\u00e9    | \u00e9t\u00e9     | \u00c9T\u00c9",
                "$cash             | cash              | CASH",
                "a\u202eb          | aB                | A_B",
                "\ud83c\udf89      | state             | STATE",
                "_                 | state             | STATE",
            })
    void namesOfStates(String name, String method, String constant) {
        assertThat(JavaNames.method(name)).isEqualTo(method);
        assertThat(JavaNames.constant(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order-fulfilment.asl.json | OrderFulfilment",
                "OrderFulfilment.asl.json  | OrderFulfilment",
                "orders.v2.asl.json        | OrdersV2",
                "2fa.asl.json              | _2fa",
                "class.asl.json            | Class2",
                "task.asl.json             | Task2",
                "main.asl.json             | Main",
                ".asl.json                 | Asl",
                "\ud83d\ude80.asl.json     | Machine",
                "plain.json                | Plain",
            })
    void namesOfClasses(String fileName, String className) {
        assertThat(JavaNames.className(fileName)).isEqualTo(className);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "record", "2", "", "-", "a b", "\u00fc", "\ud83d\ude00", "a$b", "_", "..", "\0"})
    void foldersBecomeLegalPackages(String folder) {
        assertThat(SourceVersion.isName(JavaNames.packageName("com.acme", List.of(folder))))
                .isTrue();
    }

    @Test
    void noPackageOfThePlatform() {
        assertThat(JavaNames.packageName("", List.of("java", "util"))).isEqualTo("java_.util");
        assertThat(JavaNames.packageName("com", List.of("java"))).isEqualTo("com.java");
    }

    @Test
    void namesOfNestedClassesAreAsciiAndShort() {
        assertThat(JavaNames.nested("\u6ce8\u6587 Map 1", "Map")).isEqualTo("Map1");
        assertThat(JavaNames.nested("\u6ce8\u6587", "Map")).isEqualTo("Map");
        assertThat(JavaNames.nested("word ".repeat(16), "Map")).hasSizeLessThanOrEqualTo(48);
    }

    @Test
    void aTakenNameGetsANumber() {
        NameSet names = NameSet.reserving(List.of("run"));
        assertThat(List.of(
                        names.claim("run"), names.claim("run"), names.claim("a"), names.claim("a"), names.claim("a2")))
                .containsExactly("run2", "run3", "a", "a2", "a2_2");
    }

    @Test
    void classesMustDifferInMoreThanCase() {
        NameSet names = NameSet.ofClasses(List.of("Main"));
        assertThat(List.of(names.claim("MAIN"), names.claim("Order"), names.claim("ORDER")))
                .containsExactly("MAIN2", "Order", "ORDER2");
    }
}
