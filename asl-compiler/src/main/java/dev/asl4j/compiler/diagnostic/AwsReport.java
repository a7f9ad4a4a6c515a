package dev.asl4j.compiler.diagnostic;

/**
 * How AWS itself says it, where that is known.
 *
 * @param message word for word
 * @param location AWS's path to the place, for example {@code /States/Ship/Resource}
 */
public record AwsReport(String message, String location) {}
