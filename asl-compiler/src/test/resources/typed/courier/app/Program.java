package app;

import com.fasterxml.jackson.databind.JsonNode;
import delivery.Courier;
import delivery.CourierTypes;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public final class Program implements Courier.Tasks {
  private final List<String> notes = new ArrayList<>();

  @Override
  public CourierTypes.DeliverOutput deliver(CourierTypes.Input input, TaskContext task) {
    int attempt = task.attempt();
    int delivery = task.delivery();
    Instant deadline = task.deadline();
    String execution = task.executionName();
    String arn = task.executionId();
    String state = task.stateName();
    String token = task.taskToken();
    String key = task.idempotencyKey();
    JsonNode credentials = task.credentials();
    boolean cancelled = task.isCancelled();
    task.heartbeat();
    notes.add(state + " " + attempt + " of " + delivery + " until " + deadline + ", " + cancelled + " " + token + " " + credentials);
    if (!arn.endsWith(":" + execution) || key.isEmpty()) {
      throw new AssertionError(arn);
    }
    if (attempt < 2) {
      throw new Courier.Errors.NobodyHomeException("attempt " + attempt);
    }
    return new CourierTypes.DeliverOutput(task.resource().replaceAll(".*:", ""));
  }

  @Override
  public CompletionStage<List<String>> track(CourierTypes.TrackInput input, TaskContext task) {
    return CompletableFuture.completedFuture(task)
        .thenApply(each -> List.of(input.by(), each.stateName(), String.join("; ", notes)));
  }

  public static String run(int parcel) {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"), 1);
    List<String> tracked = new Courier(new Program()).run(new CourierTypes.Input(parcel), time);
    return String.join(", ", tracked);
  }
}
