package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckCommandTest {
    private static final String FLOWS = "src/test/resources/cli/flows";
    private static final String WARNED = FLOWS + "/a/order.asl.json";
    private static final String WRONG = FLOWS + "/b/order.asl.json";
    private static final String QUIET = FLOWS + "/a/quiet.asl.yaml";
    private static final String EXPRESS = "src/test/resources/cli/express.json";

    /** In the order of their names, each with its line; two files of one name are two files; the file with rules beside one counts. */
    @Test
    void aFolder() {
        Run run = Run.of("check", FLOWS);

        assertThat(run.lines().get(0)).startsWith(WARNED + ":4:55: warning: ").endsWith(" [no-dollar]");
        assertThat(run.lines().subList(3, 6))
                .containsExactly(
                        WRONG + ":4:39: error: state \"Shp\" does not exist; did you mean \"Ship\"? [unknown-next]",
                        "    4 |     \"Ship\": { \"Type\": \"Pass\", \"Next\": \"Shp\" }",
                        "      |                                       ^^^^^");
        assertThat(run.lines()).hasSize(6);
        assertThat(run.err()).isEqualTo("1 error, 1 warning in 2 of 3 files\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, " + QUIET,
        "0, " + WARNED,
        "1, " + WRONG,
        "1, --fail-on-warnings " + WARNED,
        "0, --fail-on-warnings " + QUIET,
        "0, --fail-on-warnings --rule no-dollar=off " + WARNED,
        "0, --fail-on-warnings --rule=no-dollar=note " + WARNED,
        "1, --rule no-dollar=error " + WARNED,
        "1, --rule no-dollar=off --rule no-dollar=error " + WARNED,
        "0, " + EXPRESS,
        "1, --type EXPRESS " + EXPRESS,
        "1, --type express " + EXPRESS,
        "0, --profile spec " + QUIET,
        "0, --profile SPEC " + QUIET,
        "2, --rule no-dolar=off " + QUIET,
        "2, --rule unknown-next=off " + QUIET,
        "2, --rule no-dollar=none " + QUIET,
        "2, --rule no-dollar " + QUIET,
        "2, --profile gcp " + QUIET,
        "2, --type DAILY " + QUIET,
        "2, --format xml " + QUIET,
        "2, --substitution Name " + QUIET,
        "2, --substitution =x " + QUIET,
        "2, --watch --format sarif " + QUIET,
        "2, nowhere.asl.json",
        "2, " + FLOWS + "/node_modules/y",
        "2, src/test/resources/golden/pass/expected",
        "2, --no-such-option " + QUIET,
        "2, ''",
    })
    void exitCodes(int code, String arguments) {
        String[] all = Arrays.stream(("check " + arguments).split(" ")).toArray(String[]::new);

        assertThat(Run.of(all).code()).as(arguments).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rule no-dolar=off | --rule no-dolar=off: there is no rule \"no-dolar\"; did you mean \"no-dollar\"?",
                "--rule unknown-next=off | the rule \"unknown-next\" cannot be set to \"off\"; it is always an error",
                "--profile gcp | expected one of aws, spec, portable, but it is 'gcp'",
                "--fail-on-warning | --fail-on-warnings",
                "nowhere.asl.json | no such file or directory: nowhere.asl.json",
                "src/test/resources/golden/pass/expected | no definitions (.asl.json, .asl.yaml, .asl.yml) in src/test",
            })
    void mistakesOnTheCommandLineAreExplained(String arguments, String message) {
        Run run = Run.of(("check " + arguments + " " + QUIET).split(" "));

        assertThat(run.err())
                .contains(message)
                .contains("Try \"aslc check --help\"")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    /** What stands in {@code file} leads to the file from where the program was started. */
    @Test
    void json() throws IOException {
        Run run = Run.of("check", "--format", "json", FLOWS);

        assertThat(run.lines()).hasSize(2);
        for (String line : run.lines()) {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.size()).isEqualTo(11);
            assertThat(Path.of(json.get("file").textValue())).isRegularFile();
        }
        assertThat(run.err()).isEqualTo("1 error, 1 warning in 2 of 3 files\n");
    }

    @Test
    void sarif() throws IOException {
        JsonNode log = new ObjectMapper()
                .readTree(Run.of("check", "--format", "sarif", FLOWS).out());

        assertThat(log.at("/runs/0/results")).hasSize(2);
        assertThat(log.at("/runs/0/tool/driver/version").textValue()).isEqualTo("development");
        assertThat(new ObjectMapper()
                        .readTree(Run.of("check", "--format", "sarif", QUIET).out())
                        .at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void gitHub() {
        assertThat(Run.of("check", "--format", "github", WRONG).lines())
                .containsExactly(
                        "::error file=" + WRONG
                                + ",line=4,endLine=4,col=39,endColumn=44,title=unknown-next::state \"Shp\" does not exist; did you mean \"Ship\"?");
    }

    @Test
    void coloursChangeNothingElse() {
        String coloured = Run.coloured("check", FLOWS).out();

        assertThat(coloured)
                .contains("\u001B[1;31merror:\u001B[0m", "\u001B[1;33mwarning:\u001B[0m", "\u001B[1;31m^^^^^\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(Run.of("check", FLOWS).out());
        assertThat(Run.coloured("check", "--format", "json", FLOWS).out()).doesNotContain("\u001B");
    }

    @Test
    void aFileGivenTwiceIsCheckedOnce() {
        assertThat(Run.of("check", WRONG, FLOWS, "./" + WRONG).err()).endsWith("in 2 of 3 files\n");
        assertThat(Run.of("check", FLOWS, FLOWS + "/b").err()).endsWith("in 2 of 3 files\n");
    }

    /** As a pattern such as {@code *.json} names them. */
    @Test
    void aFileWithRulesIsNoDefinition(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("order.rules.json"), "{\"rules\": {\"no-dolar\": \"off\"}}");
        Path definition = Files.writeString(
                folder.resolve("order.asl.json"), "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");

        Run both = Run.of("check", definition.toString(), rules.toString());
        assertThat(both.lines().get(0))
                .contains("order.rules.json:1:12: error: ")
                .endsWith(" [unknown-rule]");
        assertThat(both.err()).isEqualTo("1 error in 1 of 1 file\n");
        Run alone = Run.of("check", rules.toString());
        assertThat(alone.err()).contains("not a definition, but rules for one: " + rules);
        assertThat(alone.code()).isEqualTo(2);
    }

    @Test
    void aFileOfAnyName() {
        assertThat(Run.of("check", FLOWS + "/notes.txt").out()).contains("notes.txt:1:1: error:");
    }

    @Test
    void linksInCircles(@TempDir Path folder) throws IOException {
        Files.copy(Path.of(WARNED), folder.resolve("order.asl.json"));
        Files.createSymbolicLink(folder.resolve("self"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.asl.json"), folder.resolve("gone"));

        assertThat(Run.of("check", folder.toString()).err()).isEqualTo("1 warning in 1 of 1 file\n");
    }

    @Test
    void aFileThatIsFarTooLong(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.asl.json");
        Files.writeString(file, "{\"Comment\": \"" + "x".repeat(20_000_000) + "\"}");

        assertThat(Run.of("check", file.toString()).out()).contains("[too-large]");
    }

    @Test
    void bytesThatAreNoText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.asl.json");
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3, '"', (byte) 0xFF, 0, 7});

        assertThat(Run.of("check", "--format", "json", folder.toString()).out())
                .contains("\"code\":\"broken-encoding\"");
    }

    /** The order does not depend on which file is checked first. */
    @Test
    void manyFiles(@TempDir Path folder) throws IOException {
        String definition = Files.readString(Path.of(WARNED));
        for (int i = 100; i < 300; i++) {
            Files.writeString(folder.resolve("f" + i + ".asl.json"), definition);
        }
        Run run = Run.of("check", "--format", "json", folder.toString());

        assertThat(run.lines()).hasSize(200).isSorted();
        assertThat(run.err()).isEqualTo("200 warnings in 200 of 200 files\n");
    }

    @Test
    void typesAndTheirSchemasCount(@TempDir Path folder) throws IOException {
        String task = "arn:aws:lambda:eu-west-1:123456789012:function:charge";
        Files.writeString(
                folder.resolve("order.asl.json"),
                "{\"StartAt\": \"Charge\", \"States\": {\"Charge\": {\"Type\": \"Task\", \"Resource\": \"" + task
                        + "\", \"End\": true}}}");
        Files.writeString(
                folder.resolve("order.types.json"),
                "{\"tasks\": {\"charge\": {\"input\": {\"$ref\": \"order.json\"}}}}");
        Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/order.json"), "{\"type\": \"objet\"}");
        String expected =
                folder + "/schemas/order.json:1:10: error: there is no type \"objet\"; did you mean \"object\"?"
                        + " [bad-schema]";

        assertThat(Run.of("check", folder.toString()).lines()).contains(expected);
        assertThat(Run.of("check", folder + "/order.asl.json").lines()).contains(expected);
        Files.delete(folder.resolve("schemas/order.json"));
        assertThat(Run.of("check", folder.toString()).lines().get(0))
                .startsWith(folder + "/order.types.json:1:41: error: there is no file \"order.json\" with a schema");
        assertThat(Run.of("check", folder + "/order.types.json").err())
                .startsWith("aslc check: not a definition, but types for one: " + folder + "/order.types.json");
    }
}
