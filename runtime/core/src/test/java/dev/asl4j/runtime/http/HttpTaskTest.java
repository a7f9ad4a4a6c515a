package dev.asl4j.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTaskTest {
    private static final String ARN = "arn:aws:events:eu-west-1:111111111111:connection/shop/1";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What came in. */
    private record Received(String method, String uri, com.sun.net.httpserver.Headers headers, String body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    private volatile boolean late;

    HttpTaskTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (late) {
                release.await();
            }
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("X-Many", "a");
            exchange.getResponseHeaders().add("X-Many", "b");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private JsonNode parameters(String rest) {
        return Json.parse("{\"ApiEndpoint\":\"" + endpoint() + "/v1/orders\",\"Method\":\"POST\","
                + "\"InvocationConfig\":{\"ConnectionArn\":\"" + ARN + "\"}" + rest.replace('\'', '"') + "}");
    }

    private static HttpTask.Builder task(HttpConnection connection) {
        return HttpTask.builder().connection(ARN, connection).allowHttpOnLoopback();
    }

    private JsonNode call(HttpConnection connection, String rest) throws InterruptedException {
        return task(connection).build().handle(parameters(rest), new FakeTask());
    }

    private JsonNode call(String rest) throws InterruptedException {
        return call(HttpConnection.plain(), rest);
    }

    private TaskFailedException failure(String rest) {
        return catchThrowableOfType(TaskFailedException.class, () -> call(rest));
    }

    @Test
    void theResponseComesAsStepFunctionsGivesIt() throws InterruptedException {
        JsonNode result = call("");

        assertThat(result.get("ResponseBody")).isEqualTo(Json.parse("{\"ok\":true}"));
        assertThat(result.get("StatusCode").intValue()).isEqualTo(200);
        assertThat(result.get("StatusText").textValue()).isEqualTo("OK");
        assertThat(result.at("/Headers/x-many").toString()).contains("\"a\"", "\"b\"");
        assertThat(result.at("/Headers/content-type/0").textValue()).isEqualTo("application/json");
    }

    @Test
    void theRequestSaysWhoAsksAndForHowMuch() throws InterruptedException {
        call(",'RequestBody':{'a':[1,null]}");

        Received request = received.take();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/v1/orders");
        assertThat(request.header("User-Agent")).isEqualTo("Amazon|StepFunctions|HttpInvoke|eu-west-1");
        assertThat(request.header("Range")).isEqualTo("bytes=0-262144");
        assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(request.body()).isEqualTo("{\"a\":[1,null]}");
    }

    @Test
    void theConnectionWinsOverTheState() throws InterruptedException {
        HttpConnection connection = HttpConnection.apiKey("ApiKey", "secret")
                .header("Header-Param", "connection")
                .query("QueryParam", "a connection")
                .body("BodyParam", TextNode.valueOf("connection"));

        call(
                connection,
                ",'Headers':{'Request-Id':'my id','header-param':'state'},'QueryParameters':{'QueryParam':'state','n':[1,2]},"
                        + "'RequestBody':{'Job':'Engineer','BodyParam':'state'}");

        Received request = received.take();
        assertThat(request.uri()).isEqualTo("/v1/orders?n=1&n=2&QueryParam=a%20connection");
        assertThat(request.headers().get("Header-Param")).containsExactly("connection");
        assertThat(request.header("ApiKey")).isEqualTo("secret");
        assertThat(request.header("Request-Id")).isEqualTo("my id");
        assertThat(request.body()).isEqualTo("{\"Job\":\"Engineer\",\"BodyParam\":\"connection\"}");
    }

    @Test
    void aConnectionAuthorizesAndKeepsItsSecrets() throws InterruptedException {
        HttpConnection connection = HttpConnection.basic("me", "hidden").query("key", "hidden");

        call(connection, "");

        assertThat(received.take().header("Authorization")).isEqualTo("Basic bWU6aGlkZGVu");
        assertThat(connection.toString()).isEqualTo("HttpConnection[headers=1, query=1, body=0]");
        assertThat(connection.headers().toString()).doesNotContain("bWU6aGlkZGVu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "INDICES -> array%5B0%5D=a&array%5B1%5D=b%20c&o%5Bp%5D%5Bq%5D=1&n=&l%5B0%5D%5Bm%5D=true",
                "REPEAT -> array=a&array=b%20c&o%5Bp%5D%5Bq%5D=1&n=&l%5Bm%5D=true",
                "COMMAS -> array=a,b%20c&o%5Bp%5D%5Bq%5D=1&n=&l%5Bm%5D=true",
                "BRACKETS -> array%5B%5D=a&array%5B%5D=b%20c&o%5Bp%5D%5Bq%5D=1&n=&l%5B%5D%5Bm%5D=true"
            })
    void aBodyBecomesAForm(String format, String form) throws InterruptedException {
        call(",'Headers':{'content-type':'application/x-www-form-urlencoded'},"
                + "'Transform':{'RequestBodyEncoding':'URL_ENCODED','RequestEncodingOptions':{'ArrayFormat':'" + format
                + "'}},'RequestBody':{'array':['a','b c'],'o':{'p':{'q':1}},'n':null,'l':[{'m':true}]}");

        Received request = received.take();
        assertThat(request.body()).isEqualTo(form);
        assertThat(request.headers().get("Content-Type")).containsExactly("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "404 -> text/plain -> no such order -> no such order",
                "429 -> application/json -> {\"slow\":1} -> {\"slow\":1}",
                "503 -> text/plain -> `` -> Service Unavailable",
                "302 -> text/plain -> elsewhere -> elsewhere"
            })
    void anyOtherStatusFails(int code, String contentType, String text, String cause) {
        status = code;
        type = contentType;
        body = text.getBytes(StandardCharsets.UTF_8);

        TaskFailedException failure = failure("");

        assertThat(failure.error()).isEqualTo("States.Http.StatusCode." + code);
        assertThat(failure.cause()).isEqualTo(cause);
    }

    @Test
    void whatIsNotJsonIsText() throws InterruptedException {
        body = "{not json".getBytes(StandardCharsets.UTF_8);
        assertThat(call("").get("ResponseBody").textValue()).isEqualTo("{not json");

        type = "text/html; charset=ISO-8859-1";
        body = "\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(call("").get("ResponseBody").textValue()).isEqualTo("\u00E9");
    }

    @Test
    void whatIsNoTextFails() {
        type = "image/png";
        assertThat(failure("").error()).isEqualTo("States.Runtime");

        type = "text/plain";
        body = new byte[] {(byte) 0xC3, 0x28};
        assertThat(failure("").error()).isEqualTo("States.Runtime");
    }

    @Test
    void aLongResponseIsNotKept() throws InterruptedException {
        type = "text/plain";
        body = "x".repeat(262_144).getBytes(StandardCharsets.UTF_8);
        assertThat(call("").get("ResponseBody").textValue()).hasSize(262_144);

        body = "x".repeat(262_145).getBytes(StandardCharsets.UTF_8);
        assertThat(failure("").error()).isEqualTo("States.DataLimitExceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Headers':{'Authorization':'x'}",
                "'Headers':{'HOST':'x'}",
                "'Headers':{'X-Amz-Date':'x'}",
                "'Headers':{'x-forwarded-for':'x'}",
                "'Headers':{'Transfer-Encoding':'x'}",
                "'Headers':{'a b':'x'}",
                "'Headers':{'a':{'b':1}}",
                "'Headers':5",
                "'Method':'TRACE'",
                "'Method':5",
                "'ApiEndpoint':'http://example.com/'",
                "'ApiEndpoint':'http://127.0.0.1.example.com/'",
                "'ApiEndpoint':'http://localhost@example.com/'",
                "'ApiEndpoint':'file:///etc/passwd'",
                "'ApiEndpoint':'https://a b/'",
                "'ApiEndpoint':null",
                "'InvocationConfig':{}",
                "'Transform':{'RequestBodyEncoding':'XML'}",
                "'RequestBody':{},'Transform':{'RequestBodyEncoding':'URL_ENCODED','RequestEncodingOptions':{'ArrayFormat':'X'}}"
            })
    void wrongParametersFailBeforeAnythingIsSent(String parameter) {
        TaskFailedException failure = failure("," + parameter);

        assertThat(failure.error()).isEqualTo("States.Runtime");
        assertThat(received).isEmpty();
    }

    @Test
    void aTextCannotBeMergedWithTheConnection() throws InterruptedException {
        HttpConnection connection = HttpConnection.plain().body("a", TextNode.valueOf("b"));

        assertThatThrownBy(() -> call(connection, ",'RequestBody':'text'"))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.error()).isEqualTo("States.Runtime"));
        call(",'RequestBody':'text'");
        assertThat(received.take().body()).isEqualTo("text");
    }

    @Test
    void httpIsForTestsOnly() {
        HttpTask strict =
                HttpTask.builder().connection(ARN, HttpConnection.plain()).build();

        assertThatThrownBy(() -> strict.handle(parameters(""), new FakeTask()))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.cause()).contains("must be an https URL"));
    }

    @Test
    void aConnectionHasToBeKnown() throws InterruptedException {
        assertThatThrownBy(() -> HttpTask.standard().handle(parameters(""), new FakeTask()))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.error()).isEqualTo("Events.ConnectionResource.ResourceNotFound"));

        HttpTask resolving = HttpTask.builder()
                .connections(arn -> arn.equals(ARN) ? HttpConnection.bearer("t") : null)
                .allowHttpOnLoopback()
                .build();
        resolving.handle(parameters(""), new FakeTask());
        assertThat(received.take().header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void theOldNameOfTheConnectionIsTakenToo() throws InterruptedException {
        JsonNode parameters = Json.parse("{\"ApiEndpoint\":\"" + endpoint() + "/a?b=c#d\",\"Method\":\"GET\","
                + "\"Authentication\":{\"ConnectionArn\":\"" + ARN + "\"},\"QueryParameters\":\"e=f\"}");

        task(HttpConnection.plain().query("g", "h")).build().handle(parameters, new FakeTask());

        assertThat(received.take().uri()).isEqualTo("/a?b=c&e=f&g=h");
    }

    @Test
    void whoDoesNotAnswerTimesOut() {
        late = true;
        HttpTask hasty =
                task(HttpConnection.plain()).timeout(Duration.ofMillis(200)).build();

        assertThatThrownBy(() -> hasty.handle(parameters(""), new FakeTask()))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.error()).isEqualTo("States.Http.Socket"));
    }

    @Test
    void nobodyThereIsAFailureToo() {
        JsonNode parameters = parameters("");
        server.stop(0);

        assertThatThrownBy(() -> task(HttpConnection.plain()).build().handle(parameters, new FakeTask()))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failure -> assertThat(failure.error()).isEqualTo("States.Http.Socket"));
    }

    @Test
    void anInterruptCancelsTheRequest() throws InterruptedException {
        late = true;
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread handler = new Thread(() -> {
            try {
                call("");
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        handler.start();
        received.take();

        handler.interrupt();
        handler.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }
}
