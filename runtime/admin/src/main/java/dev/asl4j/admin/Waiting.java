package dev.asl4j.admin;

import dev.asl4j.admin.Moments.LengthConverter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a command waits until an engine has done what it asked for. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(100);

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = LengthConverter.class,
            description =
                    "How long to wait until an engine has taken it up: 500ms, 10s, 5m; 0s does not wait. Default: ${DEFAULT-VALUE}.")
    private Duration patience;

    /** Waits until something holds; gives whether it does. */
    boolean until(BooleanSupplier condition, Surroundings.Pause pause) throws InterruptedException {
        Duration left = patience;
        boolean holds = condition.getAsBoolean();
        while (!holds && left.compareTo(Duration.ZERO) > 0) {
            Duration step = left.compareTo(STEP) < 0 ? left : STEP;
            pause.pause(step);
            left = left.minus(step);
            holds = condition.getAsBoolean();
        }
        return holds;
    }

    /** For messages: {@code within PT10S}; null if it does not wait. */
    @Nullable
    String words() {
        return patience.isZero()
                ? null
                : "within " + patience.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
