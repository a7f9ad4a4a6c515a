package app;

import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import office.Approval;
import office.ApprovalTypes;

public final class Program implements Approval.Tasks {
  private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
  private final BlockingQueue<TaskCallback<String>> unsigned = new LinkedBlockingQueue<>();

  @Override
  public CompletionStage<ApprovalTypes.ConvertOutput> convert(ApprovalTypes.ConvertInput input, TaskContext task) {
    return CompletableFuture.completedFuture(new ApprovalTypes.ConvertOutput("Pay " + input.amount() + "?"));
  }

  @Override
  public ApprovalTypes.SqsSendMessageWaitForTaskTokenOutput sqsSendMessageWaitForTaskToken(
      ApprovalTypes.SqsSendMessageWaitForTaskTokenInput input,
      TaskContext task,
      TaskCallback<ApprovalTypes.SqsSendMessageWaitForTaskTokenAnswer> callback) {
    questions.add(input.messageBody().token());
    return new ApprovalTypes.SqsSendMessageWaitForTaskTokenOutput("m-1");
  }

  @Override
  public CompletionStage<String> sign(ApprovalTypes.SignInput input, TaskContext task, TaskCallback<String> callback) {
    unsigned.add(callback);
    return CompletableFuture.completedFuture("asked " + input.by());
  }

  @Override
  public ApprovalTypes.Folder file(ApprovalTypes.FileInput input, TaskContext task) {
    throw new UnsupportedOperationException("workers poll for it");
  }

  public static String run(double amount) throws InterruptedException {
    Program program = new Program();
    Approval approval = new Approval(program);
    try (Engine engine = Engine.builder().register(approval).polledActivity("file").build()) {
      Execution<ApprovalTypes.Folder> execution = engine.start(approval, "a", new ApprovalTypes.Input(amount));
      engine.sendTaskSuccess(
          program.questions.take(),
          Approval.Answers.SQS_SEND_MESSAGE_WAIT_FOR_TASK_TOKEN,
          new ApprovalTypes.SqsSendMessageWaitForTaskTokenAnswer(true, "Ada"));
      program.unsigned.take().success("A.");
      String token = engine.pollActivity("file", null, Duration.ofMinutes(1)).orElseThrow().token();
      engine.sendTaskSuccess(token, Approval.Answers.FILE, new ApprovalTypes.Folder(7, "signed"));
      CompletableFuture<ApprovalTypes.Folder> result = execution.result();
      ApprovalTypes.Folder folder = result.join();
      return folder.number() + " " + folder.text();
    }
  }
}
