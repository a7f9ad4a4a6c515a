package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.HistoryEvent;

/** What the details of a history event may say. */
public enum EventField {
    /** Shown as text, with {@code inputDetails} behind it; so is {@link #OUTPUT}. */
    INPUT("input", Form.DATA),
    OUTPUT("output", Form.DATA),
    PARAMETERS("parameters", Form.WRITTEN),
    NAME("name", Form.TEXT),
    ROLE_ARN("roleArn", Form.TEXT),
    RESOURCE("resource", Form.TEXT),
    RESOURCE_TYPE("resourceType", Form.TEXT),
    REGION("region", Form.TEXT),
    WORKER_NAME("workerName", Form.TEXT),
    ERROR("error", Form.TEXT),
    CAUSE("cause", Form.TEXT),
    STATE("state", Form.TEXT),
    LOCATION("location", Form.TEXT),
    MAP_RUN_ARN("mapRunArn", Form.TEXT),
    TIMEOUT("timeoutInSeconds", Form.NUMBER),
    HEARTBEAT("heartbeatInSeconds", Form.NUMBER),
    LENGTH("length", Form.NUMBER),
    INDEX("index", Form.NUMBER),
    REDRIVE_COUNT("redriveCount", Form.NUMBER),

    /** An object of such. */
    ASSIGNED_VARIABLES("assignedVariables", Form.VARIABLES),

    /** The ARN of a role. */
    TASK_CREDENTIALS("taskCredentials", Form.ROLE),

    /** All that {@link HistoryEvent#details} has, as it is. */
    ALL("", Form.ALL);

    /** How it is written and shown. */
    enum Form {
        DATA,
        WRITTEN,
        TEXT,
        NUMBER,
        VARIABLES,
        ROLE,
        ALL
    }

    private static final EventField[] FIELDS = values();

    final String text;
    final Form form;

    EventField(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    static EventField of(int ordinal) {
        return FIELDS[ordinal];
    }
}
