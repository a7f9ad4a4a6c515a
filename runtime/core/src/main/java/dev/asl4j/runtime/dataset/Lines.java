package dev.asl4j.runtime.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of text in UTF-8, ended by LF, CR or CR LF. A byte order mark is passed over; a line has a limit. */
final class Lines implements Closeable {
    /** Far above what an execution may take as its input; keeps a file without line ends out of memory. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int end;
    private boolean begun;
    private boolean lineFeedIsPartOfLastEnd;

    Lines(InputStream utf8) {
        reader = new InputStreamReader(
                utf8,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The next line without its end; null after the last one. A file that ends with a line end has no empty line after it. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (fill()) {
            any = true;
            int start = position;
            while (position < end) {
                char c = buffer[position++];
                if (c == '\n' || c == '\r') {
                    line.append(buffer, start, position - 1 - start);
                    lineFeedIsPartOfLastEnd = c == '\r';
                    return checked();
                }
            }
            line.append(buffer, start, end - start);
            checked();
        }
        return any ? checked() : null;
    }

    /** Makes sure that there is a character to take; false at the end. */
    private boolean fill() throws IOException {
        while (true) {
            if (position < end) {
                if (lineFeedIsPartOfLastEnd && buffer[position] == '\n') {
                    position++;
                    lineFeedIsPartOfLastEnd = false;
                    continue;
                }
                lineFeedIsPartOfLastEnd = false;
                return true;
            }
            position = 0;
            try {
                end = reader.read(buffer);
            } catch (CharacterCodingException e) {
                throw new IOException("The file is not encoded in UTF-8.", e);
            }
            if (end <= 0) {
                end = 0;
                return false;
            }
            if (!begun && buffer[0] == BYTE_ORDER_MARK) {
                position = 1;
            }
            begun = true;
        }
    }

    private String checked() throws IOException {
        if (line.length() > LONGEST) {
            throw new IOException("A line is longer than " + LONGEST + " characters.");
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
