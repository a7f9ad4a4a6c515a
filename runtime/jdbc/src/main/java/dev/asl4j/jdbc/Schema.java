package dev.asl4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tables: numbered scripts, each applied once, in a transaction of its own with the row that says so. The row is in the script, so
 * that the tables are known whoever applied it.
 */
final class Schema {
    private static final String TABLE = "asl4j_schema";
    private static final List<String> SCRIPTS = List.of("V1__executions.sql");

    /** Of a statement. */
    private static final Pattern END = Pattern.compile(";\\s*\\n");

    private final Database database;
    private final List<String> scripts;

    Schema(Database database) {
        this(database, SCRIPTS);
    }

    /** With other scripts, for tests. */
    Schema(Database database, List<String> scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /** Applies the scripts that are missing. */
    void apply() throws SQLException {
        if (version() < scripts.size()) {
            database.writes().transact(link -> {
                database.lockSchema(link);
                applyMissing(link);
                return scripts.size();
            });
        }
        check();
    }

    /**
     * Demands that all scripts were applied, and no others.
     *
     * @throws IllegalStateException if that is not so
     */
    void check() throws SQLException {
        int version = version();
        if (version > scripts.size()) {
            throw new IllegalStateException(database.name() + " has tables of version " + version
                    + ", and this version of asl4j-jdbc knows them up to " + scripts.size()
                    + ": it is too old for this database.");
        }
        if (version < scripts.size()) {
            throw new IllegalStateException(database.name() + " has tables of version " + version + ", version "
                    + scripts.size() + " is needed: apply "
                    + String.join(", ", scripts.subList(version, scripts.size()))
                    + " of db/asl4j/" + database.folder() + " in asl4j-jdbc.");
        }
        for (int i = 0; i < version; i++) {
            Optional<String> applied = checksum(i + 1);
            if (applied.isPresent() && !applied.get().equals(checksum(text(scripts.get(i))))) {
                throw new IllegalStateException(database.name() + " got its tables from another " + scripts.get(i)
                        + " than the one of this version of asl4j-jdbc.");
            }
        }
    }

    private int version() throws SQLException {
        return database.reads().read(link -> version(link));
    }

    private int version(Link link) throws SQLException {
        if (!database.hasTable(link, TABLE)) {
            return 0;
        }
        return link.query("SELECT coalesce(max(version), 0) FROM asl4j_schema", Column.list("version INT"))
                .get(0)
                .intValue();
    }

    /** Of the script that was applied; empty if others than this class applied it. */
    private Optional<String> checksum(int version) throws SQLException {
        return database.reads()
                .read(link -> link
                        .query(
                                "SELECT checksum FROM asl4j_schema WHERE version = ?",
                                Column.list("checksum TEXT"),
                                version)
                        .stream()
                        .findFirst()
                        .flatMap(row -> Optional.ofNullable(row.textOrNull())));
    }

    private void applyMissing(Link link) throws SQLException {
        for (int i = version(link); i < scripts.size(); i++) {
            String text = text(scripts.get(i));
            try (Statement statement = link.connection().createStatement()) {
                for (String part : END.splitAsStream(text).toList()) {
                    if (!part.isBlank()) {
                        statement.executeUpdate(part);
                    }
                }
            }
            link.execute("UPDATE asl4j_schema SET checksum = ? WHERE version = ?", checksum(text), i + 1);
        }
    }

    private String text(String script) {
        String path = "/db/asl4j/" + database.folder() + "/" + script;
        try (InputStream stream = Schema.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + path + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
