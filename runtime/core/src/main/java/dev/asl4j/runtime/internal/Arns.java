package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredExecution.Head;
import java.util.Objects;

/** The ARNs of what a store keeps, which itself knows neither account nor region. */
public record Arns(String account, String region) {
    /** By the account and the region of an engine. */
    public static Arns of(Settings settings) {
        return new Arns(settings.account(), settings.region());
    }

    /** Of an execution, as {@link Identity#id} gives it. */
    public String execution(Head head) {
        return switch (head.type()) {
            case STANDARD -> arn("execution:" + head.machine() + ":" + head.name());
            case EXPRESS ->
                arn("express:" + head.machine() + ":" + head.name() + ":"
                        + Objects.requireNonNullElse(head.serial(), ""));
        };
    }

    private String arn(String resource) {
        return "arn:aws:states:" + region + ":" + account + ":" + resource;
    }
}
