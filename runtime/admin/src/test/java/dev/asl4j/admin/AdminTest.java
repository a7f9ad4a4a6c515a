package dev.asl4j.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line over a store that no engine works on. */
final class AdminTest {
    private static final JsonNode INPUT = Json.parse("{\"order\": 42, \"note\": \"s3cr3t\"}");
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:execution:order:";
    private static final String RUN = "arn:aws:states:us-east-1:000000000000:mapRun:order/all:5e1f";

    private final ExecutionStore store = ExecutionStore.inMemory();
    private final VirtualTime time = VirtualTime.startingAt(Filled.START.plus(Duration.ofHours(1)));
    private final Map<String, String> variables = new HashMap<>(Map.of("ASL4J_STORE", "jdbc:any"));
    private String opened = "";
    private Duration waited = Duration.ZERO;

    @BeforeEach
    void fill() {
        Filled.add(store, "order", "order-1", 1, Status.SUCCEEDED, INPUT);
        Filled.add(store, "order", "order-2", 2, Status.FAILED, INPUT);
        Filled.add(store, "order", "order-3", 3, Status.RUNNING, INPUT);
        Filled.add(store, "refund", "refund-1", 4, Status.RUNNING, INPUT, "state Gone does not exist", List.of());
        StoredMapRun run = new StoredMapRun(
                RUN, 0, 1, 3, StoredMapRun.Status.FAILED, Filled.START, Filled.START.plusSeconds(9), Json.EMPTY);
        Filled.add(store, "refund", "refund-2", 5, Status.TIMED_OUT, INPUT, null, List.of(run));
    }

    @Test
    void listsTheNewestFirst() {
        Ran ran = admin("executions", "list");
        assertThat(ran).isEqualTo(new Ran(0, """
                WORKFLOW  NAME      STATUS     STARTED               ENDED                 REDRIVEN  PARKED
                refund    refund-2  TIMED_OUT  2026-01-01T00:05:00Z  2026-01-01T00:05:30Z
                refund    refund-1  RUNNING    2026-01-01T00:04:00Z                                  state Gone does not exist
                order     order-3   RUNNING    2026-01-01T00:03:00Z
                order     order-2   FAILED     2026-01-01T00:02:00Z  2026-01-01T00:02:30Z
                order     order-1   SUCCEEDED  2026-01-01T00:01:00Z  2026-01-01T00:01:30Z
                """, ""));
    }

    @Test
    void filters() {
        assertThat(names("--workflow", "order", "--status", "failed")).containsExactly("order-2");
        assertThat(names("--since", "2026-01-01T00:02:00Z", "--until", "2026-01-01T01:04+01:00"))
                .containsExactly("order-3", "order-2");
        assertThat(names("--name-prefix", "refund")).containsExactly("refund-2", "refund-1");
        assertThat(names("--parked")).containsExactly("refund-1");
        assertThat(names("--since", "2026-01-02")).isEmpty();
        assertThat(admin("executions", "list", "--workflow", "nobody")).isEqualTo(new Ran(0, "", "No executions.\n"));
    }

    @Test
    void pages() {
        Ran first = admin("executions", "list", "--limit", "2");
        assertThat(first.out()).contains("refund-2", "refund-1").doesNotContain("order-3");
        String token = first.err().strip().replace("There are more: --next-token ", "");
        Ran second = admin("executions", "list", "--limit", "2", "--next-token", token);
        assertThat(second.out()).contains("order-3", "order-2").doesNotContain("order-1");
        assertThat(names("--limit", "2", "--all")).hasSize(5);

        JsonNode json = json(admin("executions", "list", "--limit", "2", "--output", "json"));
        assertThat(json.get("nextToken").textValue()).isEqualTo(token);
        assertThat(admin("executions", "list", "--limit", "0").code()).isEqualTo(2);
        assertThat(admin("executions", "list", "--next-token", "nonsense").code())
                .isEqualTo(2);
    }

    @Test
    void listsAsJson() {
        JsonNode json = json(admin("--output", "json", "executions", "list", "--status", "FAILED"));
        assertThat(json).isEqualTo(Json.parse("""
                {"executions": [{
                  "executionArn": "%1$sorder-2",
                  "stateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:order",
                  "name": "order-2",
                  "status": "FAILED",
                  "startDate": "2026-01-01T00:02:00Z",
                  "stopDate": "2026-01-01T00:02:30Z",
                  "redriveCount": 0}]}""".formatted(ARN)));
        assertThat(json(admin("--output", "json", "executions", "list", "--workflow", "nobody")))
                .isEqualTo(Json.parse("{\"executions\": []}"));
    }

    @Test
    void describesByNameAndByArn() {
        Ran byName = admin("executions", "describe", "order", "order-2");
        assertThat(byName).isEqualTo(new Ran(0, """
                ARN       arn:aws:states:us-east-1:000000000000:execution:order:order-2
                Workflow  order
                Name      order-2
                Status    FAILED
                Started   2026-01-01T00:02:00Z
                Ended     2026-01-01T00:02:30Z
                Error     Broken
                Cause     colour\\u{1b}[31m
                Redrive   can be redriven
                Input     {"order":42,"note":"s3cr3t"}
                """, ""));
        assertThat(admin("executions", "describe", ARN + "order-2")).isEqualTo(byName);
        assertThat(admin("executions", "describe", ARN.replace("us-east-1:0", "eu-west-1:1") + "order-2"))
                .isEqualTo(byName);
        assertThat(admin(
                                "executions",
                                "describe",
                                "order",
                                "order-2",
                                "--region",
                                "eu-west-1",
                                "--account",
                                "111122223333")
                        .out())
                .startsWith("ARN       arn:aws:states:eu-west-1:111122223333:execution:order:order-2\n");
    }

    @Test
    void describesWhereItStands() {
        Ran ran = admin("executions", "describe", "refund", "refund-1");
        assertThat(ran.out()).endsWith("""
                Parked    state Gone does not exist
                Started   2026-01-01T00:04:00Z
                Redrive   Execution is RUNNING and cannot be redriven
                Input     {"order":42,"note":"s3cr3t"}

                STATE  SINCE                 INPUT
                Pause  2026-01-01T00:04:00Z  {"order":42,"note":"s3cr3t"}
                """);
        JsonNode json = json(admin("executions", "describe", "refund", "refund-1", "--output", "json"));
        assertThat(json.at("/currentStates/0/name").textValue()).isEqualTo("Pause");
        assertThat(Json.parse(json.get("input").textValue())).isEqualTo(INPUT);
        assertThat(json.get("redriveStatus").textValue()).isEqualTo("NOT_REDRIVABLE");
    }

    @Test
    void showsHistories() {
        Ran ran = admin("executions", "history", "order", "order-2", "--no-data");
        assertThat(ran).isEqualTo(new Ran(0, """
                ID  AFTER  TIME                  EVENT             DETAILS
                1   0      2026-01-01T00:02:00Z  ExecutionStarted  {"roleArn":"role"}
                2   0      2026-01-01T00:02:00Z  WaitStateEntered  {"name":"Pause"}
                3   2      2026-01-01T00:02:30Z  WaitStateAborted
                """, ""));
        Ran reversed = admin("executions", "history", "order", "order-2", "--reverse", "--limit", "1");
        assertThat(reversed.out()).contains("WaitStateAborted").doesNotContain("Entered");
        assertThat(reversed.err()).startsWith("There are more: --next-token ");
        JsonNode json =
                json(admin("executions", "history", "order", "order-2", "--output", "json", "--limit", "1", "--all"));
        assertThat(json.get("events")).hasSize(3);
        assertThat(json.at("/events/1/stateEnteredEventDetails/input").textValue())
                .isEqualTo("{\"order\":42,\"note\":\"s3cr3t\"}");
        assertThat(json.at("/events/2").has("waitStateAbortedEventDetails")).isFalse();
    }

    @Test
    void hidesDataWhereItIsToldTo() {
        for (String command : List.of("describe", "history")) {
            for (String output : List.of("json", "table")) {
                assertThat(admin("executions", command, "order", "order-2", "--output", output)
                                .out())
                        .contains("s3cr3t");
                assertThat(admin("executions", command, "order", "order-3", "--output", output, "--no-data")
                                .out())
                        .doesNotContain("s3cr3t");
            }
        }
    }

    @Test
    void stopsWithoutAnEngine() {
        Ran ran = admin(
                "executions", "stop", "order", "order-3", "--error", "Operator", "--cause", "wrong", "--wait", "1s");
        assertThat(ran).isEqualTo(new Ran(0, """
                Accepted, but no engine has taken it up within 1s. It is kept, and will be taken up as soon as an engine runs.
                """, ""));
        assertThat(waited).isEqualTo(Duration.ofSeconds(1));
        List<StoredMessage> mail =
                store.messages(store.find("order", "order-3").orElseThrow().key());
        assertThat(mail).hasSize(1);
        assertThat(mail.get(0).kind()).isEqualTo(StoredMessage.Kind.STOP);
        assertThat(mail.get(0).body().error()).isEqualTo("Operator");
        assertThat(mail.get(0).body().cause()).isEqualTo("wrong");
    }

    @Test
    void redrivesWithoutAnEngineAndOnlyOnce() {
        Ran ran = admin("executions", "redrive", "order", "order-2", "--wait", "0s", "--output", "json");
        assertThat(json(ran)).isEqualTo(Json.parse("{\"taken\": false, \"status\": \"FAILED\", \"redriveCount\": 0}"));
        assertThat(ran.code()).isZero();
        assertThat(admin("executions", "redrive", "order", "order-2", "--wait", "0s")
                        .out())
                .startsWith("Accepted, but no engine has taken it up yet.");
        assertThat(store.messages(store.find("order", "order-2").orElseThrow().key()))
                .hasSize(1);
    }

    @Test
    void refuses() {
        assertThat(admin("executions", "describe", "order", "nobody"))
                .isEqualTo(new Ran(1, "", "asl4j-admin: there is no execution named nobody of order\n"));
        assertThat(admin("executions", "stop", "order", "order-2"))
                .isEqualTo(new Ran(1, "", "asl4j-admin: the execution has ended before: it is FAILED\n"));
        assertThat(admin("executions", "redrive", "order", "order-1"))
                .isEqualTo(new Ran(1, "", "asl4j-admin: Execution is SUCCEEDED and cannot be redriven\n"));
        time.advance(Duration.ofDays(15));
        assertThat(admin("executions", "redrive", "order", "order-2"))
                .isEqualTo(new Ran(1, "", "asl4j-admin: Execution redrivable period exceeded\n"));
        assertThat(admin("purge", "--ended-before", "2026-01-02").code()).isEqualTo(1);
        assertThat(store.find("order", "order-1")).isPresent();
    }

    @Test
    void listsMapRuns() {
        assertThat(admin("executions", "map-runs", "refund", "refund-2").out()).isEqualTo("""
                ARN                                                          STATUS  STARTED               ENDED
                arn:aws:states:us-east-1:000000000000:mapRun:order/all:5e1f  FAILED  2026-01-01T00:00:00Z  2026-01-01T00:00:09Z
                """);
        assertThat(json(admin("executions", "map-runs", "refund", "refund-2", "--output", "json"))
                        .at("/mapRuns/0/mapRunArn")
                        .textValue())
                .isEqualTo(RUN);
        assertThat(admin("executions", "map-runs", "order", "order-1").err()).isEqualTo("No Map Runs.\n");
    }

    @Test
    void countsWhereExecutionsStand() {
        assertThat(admin("executions", "census", "order").out()).isEqualTo("""
                EXECUTIONS  FINGERPRINT  PINNED  AT
                1           fingerprint          Pause (WAIT)
                """);
        assertThat(json(admin("executions", "census", "order", "--output", "json")))
                .isEqualTo(Json.parse("""
                                {"groups": [{"executions": 1, "fingerprint": "fingerprint", "pinned": false,
                                  "places": [{"place": "Pause", "type": "WAIT"}]}]}"""));
        assertThat(admin("executions", "census", "nobody").err()).isEqualTo("No open executions.\n");
    }

    @Test
    void purges() {
        assertThat(admin("purge", "--ended-before", "2026-01-01T00:02:00Z", "--yes")
                        .out())
                .isEqualTo("1 executions removed.\n");
        assertThat(names()).containsExactly("refund-2", "refund-1", "order-3", "order-2");
    }

    @Test
    void knowsMistakesOnTheCommandLine() {
        variables.clear();
        assertThat(admin("executions", "list").err()).contains("Give --store URL, or set the variable ASL4J_STORE");
        for (String wrong : List.of(
                "",
                "executions",
                "executions lst",
                "executions describe",
                "executions describe order-2",
                "executions list --since yesterday",
                "executions stop order order-3 --wait soon",
                "executions list --store jdbc:any --account 12",
                "executions list --output xml --store jdbc:any")) {
            Ran ran = admin(wrong.isEmpty() ? new String[0] : wrong.split(" "));
            assertThat(ran.code()).as(wrong).isEqualTo(2);
            assertThat(ran.err()).as(wrong).contains("Try \"asl4j-admin");
        }
    }

    @Test
    void takesThePasswordFromWhereNobodySeesIt(@TempDir Path folder) throws IOException {
        variables.put("ASL4J_USER", "orders");
        variables.put("ASL4J_PASSWORD", "from the environment");
        admin("executions", "list");
        assertThat(opened).isEqualTo("jdbc:any orders from the environment");

        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        Ran ran = admin(
                "--password-file", file.toString(), "--user", "me", "--store", "jdbc:other", "executions", "list");
        assertThat(opened).isEqualTo("jdbc:other me from a file");
        assertThat(ran.out() + ran.err()).doesNotContain("from a file");

        assertThat(admin("--password-file", file + "-not", "executions", "list").code())
                .isEqualTo(2);
        assertThat(admin("--ask-password", "executions", "list").err()).contains("no terminal to ask");
    }

    @Test
    void tellsThatTheStoreCannotBeReached() {
        Surroundings.Opener away = (url, user, password) -> {
            throw new StoreException("the database does not answer", null);
        };
        assertThat(Ran.admin(away, pause -> {}, time, variables, "executions", "list"))
                .isEqualTo(new Ran(3, "", "asl4j-admin: the database does not answer\n"));
        assertThat(Ran.admin(
                        HostProcess::open,
                        pause -> {},
                        time,
                        variables,
                        "executions",
                        "list",
                        "--store",
                        "jdbc:sqlite:/no/such/file"))
                .isEqualTo(new Ran(3, "", "asl4j-admin: there is no file /no/such/file\n"));
        assertThat(Ran.admin(
                                HostProcess::open,
                                pause -> {},
                                time,
                                variables,
                                "executions",
                                "list",
                                "--store",
                                "jdbc:h2:mem:a")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void helps() {
        assertThat(admin("--help").out()).contains("Exit codes:", "executions", "purge", "--password-file");
        assertThat(admin("executions", "redrive", "--help").out()).contains("--wait", "--store", "ARN | WORKFLOW NAME");
        assertThat(admin("--version").out()).startsWith("asl4j-admin development (Java ");
    }

    private List<String> names(String... filters) {
        String[] arguments = new String[filters.length + 4];
        System.arraycopy(filters, 0, arguments, 4, filters.length);
        System.arraycopy(new String[] {"executions", "list", "--output", "json"}, 0, arguments, 0, 4);
        return json(admin(arguments)).get("executions").findValuesAsText("name");
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.err()).isEmpty();
        return Json.parse(ran.out());
    }

    private Ran admin(String... arguments) {
        return Ran.admin(
                (url, user, password) -> {
                    opened = url + " " + user + " " + password;
                    return store;
                },
                pause -> waited = waited.plus(pause),
                time,
                variables,
                arguments);
    }
}
