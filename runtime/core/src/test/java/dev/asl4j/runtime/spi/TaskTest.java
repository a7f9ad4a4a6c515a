package dev.asl4j.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is known of a task before it is called: whether it is nothing but a call, and whether it is quick. */
final class TaskTest {
    @Test
    void aTaskIsQuickAfterThreeQuickCalls() {
        Task task = task("arn:aws:lambda:us-east-1:000000000000:function:f");
        task.took(1_000);
        task.took(99_999);
        assertThat(task.isQuick()).isFalse();
        task.took(1);
        assertThat(task.isQuick()).isTrue();
    }

    @Test
    void oneLongCallTakesEightQuickOnesToForget() {
        Task task = task("arn:aws:lambda:us-east-1:000000000000:function:f");
        for (int i = 0; i < 100; i++) {
            task.took(1);
        }
        task.took(100_000);
        for (int i = 0; i < 7; i++) {
            task.took(1);
            assertThat(task.isQuick()).isFalse();
        }
        task.took(1);
        assertThat(task.isQuick()).isTrue();
        task.lasts();
        assertThat(task.isQuick()).isFalse();
    }

    @Test
    void whatIsMoreThanACallIsNeitherPlainNorQuick() {
        for (String resource : new String[] {
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "arn:aws:states:::batch:submitJob.sync",
            "arn:aws:states:::states:startExecution.sync:2",
            "arn:aws:states:us-east-1:000000000000:activity:a",
            "arn:aws:states:::apigateway:invoke"
        }) {
            Task task = task(resource);
            for (int i = 0; i < 3; i++) {
                task.took(1);
            }
            assertThat(task.isPlain()).as(resource).isFalse();
            assertThat(task.isQuick()).as(resource).isFalse();
        }
        assertThat(task("arn:aws:states:::dynamodb:getItem").isPlain()).isTrue();
        assertThat(Task.startExecution("arn:aws:states:::states:startExecution").isPlain())
                .isFalse();
    }

    private static Task task(String resource) {
        return Task.of(resource, DataType.JSON, DataType.JSON, (input, call) -> input);
    }
}
