package dev.asl4j.compiler.json;

/** Values as compact JSON text: no blanks, members in their order, numbers as they were written. */
public final class JsonWriter {

    private JsonWriter() {}

    /** The value as JSON text on one line. */
    public static String compact(JsonValue value) {
        StringBuilder text = new StringBuilder();
        value.accept(new Appender(text));
        return text.toString();
    }

    /** A string as a JSON string, with its quotation marks. */
    public static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        quote(value, text);
        return text.toString();
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    // Recursion is safe: the reader bounds the depth.
    private record Appender(StringBuilder text) implements JsonValue.Visitor<StringBuilder> {

        @Override
        public StringBuilder object(JsonObject object) {
            text.append('{');
            String separator = "";
            for (JsonObject.Member member : object.members()) {
                text.append(separator);
                quote(member.name(), text);
                text.append(':');
                member.value().accept(this);
                separator = ",";
            }
            return text.append('}');
        }

        @Override
        public StringBuilder array(JsonArray array) {
            text.append('[');
            String separator = "";
            for (JsonValue element : array.elements()) {
                text.append(separator);
                element.accept(this);
                separator = ",";
            }
            return text.append(']');
        }

        @Override
        public StringBuilder string(JsonString string) {
            quote(string.value(), text);
            return text;
        }

        @Override
        public StringBuilder number(JsonNumber number) {
            return text.append(number.text());
        }

        @Override
        public StringBuilder bool(JsonBoolean bool) {
            return text.append(bool.value());
        }

        @Override
        public StringBuilder nothing(JsonNull nothing) {
            return text.append("null");
        }
    }
}
