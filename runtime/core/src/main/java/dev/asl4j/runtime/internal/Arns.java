package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredExecution.Head;
import java.util.Objects;

/** The ARNs of what a store keeps, which itself knows neither account nor region. */
public record Arns(String account, String region) {
    private static final int KIND = 5;
    private static final int STANDARD_PARTS = 8;

    /** By the account and the region of an engine. */
    public static Arns of(Settings settings) {
        return new Arns(settings.account(), settings.region());
    }

    /** Of an execution, as {@link Identity#id} gives it. */
    public String execution(Head head) {
        return switch (head.type()) {
            case STANDARD -> execution(head.machine(), head.name());
            case EXPRESS ->
                arn("express:" + head.machine() + ":" + head.name() + ":"
                        + Objects.requireNonNullElse(head.serial(), ""));
        };
    }

    /** Of a Standard execution. */
    public String execution(String machine, String name) {
        return arn("execution:" + machine + ":" + name);
    }

    /**
     * Whose ARN it is, without account and region.
     *
     * @throws IllegalArgumentException if it is not the ARN of an execution
     */
    public static Named named(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        boolean standard = parts.length == STANDARD_PARTS && parts[KIND].equals("execution");
        boolean express = parts.length == STANDARD_PARTS + 1 && parts[KIND].equals("express");
        if (!(standard || express) || !parts[0].equals("arn") || !parts[2].equals("states")) {
            throw new IllegalArgumentException("Invalid Arn: 'Invalid ARN prefix: " + executionArn + "'");
        }
        return new Named(parts[KIND + 1], parts[KIND + 2]);
    }

    /**
     * An execution.
     *
     * @param machine of a child of a Map Run {@code <machine>/<label>}
     */
    public record Named(String machine, String name) {}

    private String arn(String resource) {
        return "arn:aws:states:" + region + ":" + account + ":" + resource;
    }
}
