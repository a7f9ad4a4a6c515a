package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateCommandTest {
    private static final String FLOWS = "src/test/resources/cli/flows";

    @TempDir
    Path folder;

    @Test
    void foldersBecomePackages() throws IOException {
        Path output = folder.resolve("java");
        Path other = Files.createDirectories(output).resolve("Other.java");
        Files.writeString(other, "kept");
        Files.createDirectories(folder.resolve("in"));
        Files.copy(
                Path.of(FLOWS, "a/order.asl.json"),
                Files.createDirectories(folder.resolve("in/shop")).resolve("order.asl.json"));

        Run first = Run.of(
                "generate",
                "-o",
                output.toString(),
                "--package",
                "com.acme",
                folder.resolve("in").toString());
        Run second = Run.of(
                "generate",
                "-o",
                output.toString(),
                "--package",
                "com.acme",
                folder.resolve("in").toString());

        assertThat(first.code()).isZero();
        assertThat(first.err())
                .contains("[no-dollar]", "1 warning in 1 of 1 file\n")
                .endsWith("1 file written, 0 unchanged\n");
        assertThat(second.err()).endsWith("0 files written, 1 unchanged\n");
        assertThat(output.resolve("com/acme/shop/Order.java")).content().startsWith("package com.acme.shop;");
        assertThat(other).hasContent("kept");
    }

    @Test
    void typesAreWrittenAsWell() throws IOException {
        String shop = "src/test/resources/typed/shop";
        Path output = folder.resolve("java");

        Run run = Run.of(
                "generate", "-o", output.toString(), "--numbers", "decimal", "--unknown-properties", "refuse", shop);

        assertThat(run.err()).isEqualTo("4 files written, 0 unchanged\n");
        assertThat(output.resolve("shopping/Shop.java"))
                .content()
                .contains("extends Workflow<Order, ShopTypes.Output>");
        assertThat(output.resolve("shopping/ShopTypes.java")).exists();
        assertThat(output.resolve("schemas/Payment.java")).exists();
        assertThat(output.resolve("schemas/Order.java"))
                .content()
                .contains(" BigDecimal total")
                .doesNotContain("additionalProperties");
    }

    @Test
    void dataIsCheckedBySchemasIfThatIsWanted() throws IOException {
        String guarded = "src/test/resources/typed/guarded";
        Path output = folder.resolve("java");

        Run without = Run.of("generate", "-o", output.toString(), guarded);
        assertThat(without.err()).contains("[schema-not-carried]");
        assertThat(output.resolve("shop/Guarded.java")).content().doesNotContain("DataSchemas");

        Run with = Run.of("generate", "-o", output.toString(), "--schema-validation", guarded);
        assertThat(with.err()).isEqualTo("1 file written, 3 unchanged\n");
        assertThat(output.resolve("shop/Guarded.java")).content().contains("DataSchemas.of(Guarded.class, 6,\n");
    }

    @Test
    void nothingIsWrittenIfADefinitionHasErrors() {
        Run run = Run.of("generate", "-o", folder.resolve("java").toString(), FLOWS);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[unknown-next]", "1 error, 1 warning in 2 of 3 files\n");
        assertThat(folder.resolve("java")).doesNotExist();
    }

    @Test
    void aDefinitionAndItsFileWithRulesCountAsOneFile() throws IOException {
        Path definition = folder.resolve("order.asl.json");
        Files.copy(Path.of(FLOWS, "a/order.asl.json"), definition);
        Files.writeString(folder.resolve("order.rules.json"), "{\"rules\": {\"no-dolar\": \"off\"}}");

        Run run = Run.of("generate", "-o", folder.resolve("java").toString(), definition.toString());

        assertThat(run.err()).contains("[no-dollar]", "[unknown-rule]").endsWith("1 error, 1 warning in 1 of 1 file\n");
    }

    @Test
    void warningsCanFail() {
        String file = FLOWS + "/a/order.asl.json";

        assertThat(Run.of("generate", "-o", folder.resolve("java").toString(), "--fail-on-warnings", file)
                        .code())
                .isEqualTo(1);
        assertThat(folder.resolve("java")).doesNotExist();
    }

    /** Checked one by one they are fine; their classes would be one. */
    @Test
    void twoFilesOfOneName() throws IOException {
        Path a = Files.createDirectories(folder.resolve("a")).resolve("quiet.asl.yaml");
        Path b = Files.createDirectories(folder.resolve("b")).resolve("quiet.asl.yaml");
        Files.copy(Path.of(FLOWS, "a/quiet.asl.yaml"), a);
        Files.copy(a, b);

        assertThat(Run.of("check", a.toString(), b.toString()).code()).isZero();
        Run run = Run.of("generate", "-o", folder.resolve("java").toString(), a.toString(), b.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[class-name-collision]");
    }

    @Test
    void substitutions() throws IOException {
        Path file = folder.resolve("pause.asl.json");
        Files.writeString(
                file,
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Wait\",\"Seconds\":\"${Seconds}\",\"End\":true}}}");
        String out = folder.resolve("java").toString();

        assertThat(Run.of("generate", "-o", out, "--substitution", "Seconds=5", "--fail-on-warnings", file.toString())
                        .code())
                .isZero();
        assertThat(Run.of("generate", "-o", out, "--fail-on-warnings", file.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoPackage() {
        Run run = Run.of("generate", "-o", folder.toString(), "--package", "com.1acme", FLOWS);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("not a package name: com.1acme");
    }

    @Test
    void nothingIsWrittenOutside() throws IOException {
        Path root = folder.resolve("root");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("com"), outside);
        Files.createSymbolicLink(root.resolve("A.java"), outside.resolve("A.java"));
        OutputFolder output = new OutputFolder(root);

        for (String path :
                new String[] {"../B.java", "/B.java", "x/../../B.java", "", "com/B.java", "com/acme/B.java", "A.java"
                }) {
            assertThatThrownBy(() -> output.write(path, "x")).as(path).isInstanceOf(IOException.class);
        }
        assertThat(outside).isEmptyDirectory();
        assertThat(output.write("org/acme/B.java", "x")).isTrue();
        assertThat(output.write("org/acme/B.java", "x")).isFalse();
        assertThat(output.write("org/acme/B.java", "y")).isTrue();
    }

    /** The folder itself may be a link. */
    @Test
    void aLinkedFolder() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(new OutputFolder(link).write("com/A.java", "x")).isTrue();
        assertThat(real.resolve("com/A.java")).hasContent("x");
    }
}
