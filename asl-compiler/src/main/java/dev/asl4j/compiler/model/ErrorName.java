package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;

/** An error's name in {@code ErrorEquals}. */
public record ErrorName(String name, Subject origin) {

    /** The name that stands for every error. */
    public static final String ALL = "States.ALL";
}
