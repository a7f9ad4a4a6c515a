package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that Jackson alone does not read and write exactly: dates and times as the texts of RFC 3339 and ISO 8601, and whole numbers, which
 * {@code 1.0} is one of in JSON Schema and {@code 1.5} is not.
 */
final class ExactValues extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST_DIGITS = 1_000;

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,9})W");

    ExactValues() {
        super("asl4j");
        text(LocalDate.class, LocalDate::parse, LocalDate::toString);
        text(OffsetDateTime.class, OffsetDateTime::parse, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
        text(Duration.class, ExactValues::duration, Duration::toString);
        text(URI.class, URI::create, URI::toString);
        text(UUID.class, ExactValues::uuid, UUID::toString);
        whole(int.class, BigInteger::intValueExact);
        whole(Integer.class, BigInteger::intValueExact);
        whole(long.class, BigInteger::longValueExact);
        whole(Long.class, BigInteger::longValueExact);
        whole(BigInteger.class, Function.identity());
    }

    private <T> void text(Class<T> type, Function<String, T> parser, Function<T, String> printer) {
        addDeserializer(type, new Text<>(type, parser));
        addSerializer(type, new Printer<>(type, printer));
    }

    private <T> void whole(Class<T> type, Function<BigInteger, T> exact) {
        addDeserializer(type, new Whole<>(type, exact));
    }

    /** Weeks as well, which Java does not read; years and months have no length that is always the same. */
    private static Duration duration(String text) {
        Matcher weeks = WEEKS.matcher(text);
        return weeks.matches() ? Duration.ofDays(7L * Long.parseLong(weeks.group(1))) : Duration.parse(text);
    }

    /** Java reads shorter ones as well. */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        return UUID.fromString(text);
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parser;

        Text(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(this, "expected a string");
            }
            String text = json.getText();
            try {
                return parser.apply(text);
            } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
                return context.reportInputMismatch(
                        this, "\"%s\" is no %s", text, handledType().getSimpleName());
            }
        }
    }

    private static final class Printer<T> extends StdScalarSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<T, String> printer;

        Printer(Class<T> type, Function<T, String> printer) {
            super(type);
            this.printer = printer;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(printer.apply(value));
        }
    }

    private static final class Whole<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<BigInteger, T> exact;

        Whole(Class<T> type, Function<BigInteger, T> exact) {
            super(type);
            this.exact = exact;
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonToken token = json.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return context.reportInputMismatch(this, "expected a whole number");
            }
            try {
                BigInteger whole =
                        token == JsonToken.VALUE_NUMBER_INT ? json.getBigIntegerValue() : exact(json.getDecimalValue());
                return exact.apply(whole);
            } catch (ArithmeticException e) {
                return context.reportInputMismatch(
                        this, "%s is no %s", json.getText(), handledType().getSimpleName());
            }
        }

        /** {@code 1e999999999} is a whole number as well, with as many digits. */
        private static BigInteger exact(BigDecimal number) {
            if ((long) number.precision() - number.scale() > MOST_DIGITS) {
                throw new ArithmeticException("too many digits");
            }
            return number.toBigIntegerExact();
        }

        @Override
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return handledType().isPrimitive() ? context.reportInputMismatch(this, "expected a whole number") : null;
        }
    }
}
