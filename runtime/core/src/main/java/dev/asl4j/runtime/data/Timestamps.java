package dev.asl4j.runtime.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps in the profile of RFC 3339 that the States Language takes: {@code 2016-08-18T17:33:00Z}. Upper-case T and
 * Z, an offset always, up to nine digits of a fraction. A leap second ({@code :60}) is refused, as by AWS's
 * {@code java.time}.
 *
 * @see <a href="https://states-language.net/#timestamps">States Language, timestamps</a>
 */
public final class Timestamps {
    private static final Pattern PROFILE = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?(?:Z|([+-])(\\d\\d):(\\d\\d))");

    private Timestamps() {}

    /** The instant; null if the text is not a timestamp of the profile. */
    public static @Nullable Instant parse(String text) {
        Matcher parts = PROFILE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            part(parts, 1),
                            part(parts, 2),
                            part(parts, 3),
                            part(parts, 4),
                            part(parts, 5),
                            part(parts, 6),
                            nanos(parts.group(7)))
                    .toInstant(offset(parts));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * A constant of generated code.
     *
     * @throws IllegalArgumentException if the text is not a timestamp of the profile
     */
    public static Instant constant(String text) {
        Instant instant = parse(text);
        if (instant == null) {
            throw new IllegalArgumentException("not an RFC 3339 timestamp: " + text);
        }
        return instant;
    }

    private static ZoneOffset offset(Matcher parts) {
        String sign = parts.group(8);
        if (sign == null) {
            return ZoneOffset.UTC;
        }
        int factor = sign.equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(factor * part(parts, 9), factor * part(parts, 10));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
