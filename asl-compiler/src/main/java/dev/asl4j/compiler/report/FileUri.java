package dev.asl4j.compiler.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The path of a file as a URI reference (RFC 3986). */
final class FileUri {
    private static final String UNRESERVED = "-._~/@!$&'()*+,;=";

    private FileUri() {}

    /** A relative path as a relative reference, to be resolved where the path is; an absolute one with the scheme {@code file}. */
    static String of(String path) {
        String slashes = path.replace('\\', '/');
        if (slashes.startsWith("//")) {
            return "file:" + encoded(slashes);
        }
        if (slashes.startsWith("/")) {
            return "file://" + encoded(slashes);
        }
        boolean drive = slashes.length() > 2 && Character.isLetter(slashes.charAt(0)) && slashes.startsWith(":/", 1);
        return drive ? "file:///" + slashes.charAt(0) + ":" + encoded(slashes.substring(2)) : encoded(slashes);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
