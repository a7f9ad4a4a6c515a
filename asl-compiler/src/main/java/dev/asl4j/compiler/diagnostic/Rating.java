package dev.asl4j.compiler.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * How much a rule matters by default.
 *
 * @param aws in the profile of AWS
 * @param spec in the profile of the specification
 * @param portable in the profile that asks for both
 * @param adjustable whether a configuration may say otherwise; not if nothing could be compiled then
 * @param awsCode AWS's code for it; null: AWS does not report it
 */
record Rating(
        Level aws,
        Level spec,
        Level portable,
        boolean adjustable,
        @Nullable AwsCode awsCode) {

    /** An error that keeps the definition from compiling, whatever is configured. AWS calls it this. */
    static Rating error(AwsCode awsCode) {
        return new Rating(Level.ERROR, Level.ERROR, Level.ERROR, false, awsCode);
    }

    /** An error that keeps the definition from compiling, and of which AWS knows nothing. */
    static Rating error() {
        return new Rating(Level.ERROR, Level.ERROR, Level.ERROR, false, null);
    }

    static Rating warning() {
        return of(Level.WARNING);
    }

    static Rating note() {
        return of(Level.NOTE);
    }

    /** A rule that is silent until it is switched on. */
    static Rating off() {
        return of(Level.OFF);
    }

    private static Rating of(Level level) {
        return new Rating(level, level, level, true, null);
    }

    /** An error that the definition could be compiled with. */
    Rating butAdjustable() {
        return new Rating(aws, spec, portable, true, awsCode);
    }

    Rating as(AwsCode code) {
        return new Rating(aws, spec, portable, adjustable, code);
    }

    /** Another level by the rules of the specification alone. */
    Rating inSpec(Level level) {
        return new Rating(aws, level, aws.or(level), adjustable, awsCode);
    }

    /** Another level where a definition is to mean the same in both. */
    Rating inPortable(Level level) {
        return new Rating(aws, spec, level, adjustable, awsCode);
    }
}
