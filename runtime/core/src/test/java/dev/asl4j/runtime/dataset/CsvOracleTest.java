package dev.asl4j.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random text is cut as opencsv cuts it. */
final class CsvOracleTest {
    private static final char[] LETTERS = {'a', 'b', ' ', ',', ',', '"', '"', '"', '\\', '\\', '\n', '\r', '|', 'ä'};

    @Test
    void cutsAsOpencsvDoes() throws IOException {
        Random random = new Random(7);
        for (int run = 0; run < 200_000; run++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                text.append(LETTERS[random.nextInt(LETTERS.length)]);
            }
            char delimiter = random.nextInt(4) == 0 ? '|' : ',';
            assertThat(ours(text.toString(), delimiter))
                    .describedAs("%s", text)
                    .isEqualTo(theirs(text.toString(), delimiter));
        }
    }

    private static List<List<String>> ours(String text, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (CsvRecords csv = new CsvRecords(new ByteArrayInputStream(bytes), delimiter)) {
            for (List<String> record = csv.next(); record != null; record = csv.next()) {
                records.add(record);
            }
        } catch (IOException e) {
            records.add(List.of("failed", e.getMessage()));
        }
        return records;
    }

    private static List<List<String>> theirs(String text, char delimiter) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CSVReader csv = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(new CSVParserBuilder().withSeparator(delimiter).build())
                .build()) {
            for (String[] record = csv.readNext(); record != null; record = csv.readNext()) {
                records.add(List.of(record));
            }
        } catch (IOException e) {
            records.add(List.of("failed", e.getMessage()));
        } catch (CsvValidationException e) {
            throw new AssertionError(e);
        }
        return records;
    }
}
