package app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import schemas.Order;
import schemas.common.Reservation;
import shop.Guarded;
import shop.GuardedTypes;

/** An execution whose data is right apart from one thing. */
public final class Program implements Guarded.Tasks {
  private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
  private final String wrong;

  private Program(String wrong) {
    this.wrong = wrong;
  }

  private boolean is(String thing) {
    return wrong.equals(thing);
  }

  @Override
  public Reservation.Booking reserve(GuardedTypes.ReserveInput input, TaskContext task) {
    return is("nothing") ? null : new Reservation.Booking(is("result") ? 13 : 1, is("list") ? List.of() : null);
  }

  @Override
  public String approve(JsonNode input, TaskContext task, TaskCallback<GuardedTypes.Approval> callback) {
    tokens.add(input.get("token").textValue());
    return is("first answer") ? "" : "sent";
  }

  /** The output, or what became of it. */
  public static String run(String wrong) throws InterruptedException {
    Program program = new Program(wrong);
    Guarded guarded = new Guarded(program);
    try (Engine engine = Engine.builder().register(guarded).build()) {
      return program.outcome(engine, engine.start(guarded, "a", program.order()));
    } catch (IllegalArgumentException e) {
      return e.toString();
    }
  }

  private String outcome(Engine engine, Execution<String> execution) throws InterruptedException {
    try {
      if (!List.of("argument", "result", "list", "nothing", "first answer").contains(wrong)) {
        answer(engine);
      }
      return execution.result().join();
    } catch (TaskAnswerException e) {
      execution.stop("Wrong", null);
      return e.toString();
    } catch (CompletionException e) {
      return e.getCause() instanceof ExecutionFailedException failure
          ? failure.error() + ": " + failure.cause().replaceFirst("\",\"errorType.*", "")
          : String.valueOf(e.getCause());
    }
  }

  private Order order() {
    Reservation.Line line = new Reservation.Line(is("line") ? "a" : "ab", is("quantity") ? 3 : 2);
    Order bundled = new Order(is("bundled") ? "abc-1" : "ABC-1", List.of(line), null);
    return new Order(is("argument") ? "ABC-123" : "ABC-1", is("lines") ? List.of(line, line) : null, bundled);
  }

  private void answer(Engine engine) throws InterruptedException {
    String by = is("answer") ? "ada" : is("dependent") ? null : "ada@example.org";
    String note = is("output") ? "Fine!" : "fine";
    engine.sendTaskSuccess(tokens.take(), Guarded.Answers.APPROVE, new GuardedTypes.Approval(note, by));
  }
}
