package dev.asl4j.admin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and lengths of time on a command line. */
final class Moments {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Moments() {}

    /** {@code 500ms}, {@code 10s}, {@code 30m}, {@code 24h}, {@code 7d}. */
    static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("expected a length of time such as 10s, 30m, 24h or 7d, but got " + text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /**
     * {@code 2026-11-01T08:00:00Z}, {@code 2026-11-01T09:00+01:00}, {@code 2026-11-01} (its beginning, in UTC), or as long ago as a
     * length says.
     */
    static Instant moment(String text, Instant now) {
        try {
            if (LENGTH.matcher(text).matches()) {
                return now.minus(length(text));
            }
            return text.length() <= "2026-11-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "expected a time such as 2026-11-01T08:00:00Z, 2026-11-01, or 24h for one day ago, but got "
                            + text);
        }
    }

    /** For options. */
    static final class LengthConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return length(value);
        }
    }

    /** For options. */
    static final class MomentConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            return moment(value, Instant.now());
        }
    }
}
