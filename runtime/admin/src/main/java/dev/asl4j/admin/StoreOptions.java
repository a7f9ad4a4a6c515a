package dev.asl4j.admin;

import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which store it is about, and how executions are named; the same for all commands. */
final class StoreOptions {
    private static final String DEFAULT_ACCOUNT = "000000000000";
    private static final String DEFAULT_REGION = "us-east-1";

    private final Surroundings surroundings;

    @Option(
            names = "--store",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = {"jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE. Default: the variable ASL4J_STORE."})
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "User of the database. Default: the variable ASL4J_USER.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Password of the database: first line of a file. Default: the variable ASL4J_PASSWORD.")
    private @Nullable Path passwordFile;

    @Option(names = "--ask-password", scope = ScopeType.INHERIT, description = "Asks for the password of the database.")
    private boolean askPassword;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            scope = ScopeType.INHERIT,
            description = {
                "Account in the ARNs that are shown, as the engines have it. Default: the variable ASL4J_ACCOUNT, else "
                        + DEFAULT_ACCOUNT + "."
            })
    private @Nullable String account;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            description = {
                "Region in the ARNs that are shown. Default: the variable ASL4J_REGION, else " + DEFAULT_REGION + "."
            })
    private @Nullable String region;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            scope = ScopeType.INHERIT,
            description = "table or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    StoreOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Opens the store; for a try statement. */
    Connection open() {
        @Nullable String given = orVariable(url, "ASL4J_STORE");
        if (given == null) {
            throw usage("which store? Give --store URL, or set the variable ASL4J_STORE");
        }
        ExecutionStore store = surroundings.opener().open(given, orVariable(user, "ASL4J_USER"), password());
        try {
            return new Connection(store, admin(store), this);
        } catch (IllegalArgumentException badAccount) {
            store.close();
            throw usage(Objects.requireNonNullElse(badAccount.getMessage(), "bad account or region"));
        }
    }

    private ExecutionAdmin admin(ExecutionStore store) {
        ExecutionAdmin admin = ExecutionAdmin.of(store).account(account()).region(region());
        @Nullable Environment environment = surroundings.environment();
        return environment == null ? admin : admin.environment(environment);
    }

    private @Nullable String password() {
        if (askPassword) {
            char @Nullable [] typed = surroundings.prompt().ask("Password: ");
            if (typed == null) {
                throw usage("there is no terminal to ask for a password on");
            }
            return new String(typed);
        }
        if (passwordFile == null) {
            return surroundings.variables().apply("ASL4J_PASSWORD");
        }
        try (var lines = Files.lines(passwordFile)) {
            return lines.findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw usage("the password file cannot be read: " + passwordFile);
        }
    }

    private @Nullable String orVariable(@Nullable String given, String variable) {
        return given == null ? surroundings.variables().apply(variable) : given;
    }

    private String account() {
        return Objects.requireNonNullElse(orVariable(account, "ASL4J_ACCOUNT"), DEFAULT_ACCOUNT);
    }

    private String region() {
        return Objects.requireNonNullElse(orVariable(region, "ASL4J_REGION"), DEFAULT_REGION);
    }

    /** ARN of a state machine. */
    String stateMachineArn(String name) {
        return "arn:aws:states:" + region() + ":" + account() + ":stateMachine:" + name;
    }

    boolean isJson() {
        return format == Format.json;
    }

    Terminal terminal() {
        return surroundings.terminal();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private static IllegalArgumentException usage(String message) {
        return new IllegalArgumentException(message);
    }

    /** How to print. */
    enum Format {
        table,
        json
    }

    /** An open store. */
    record Connection(ExecutionStore store, ExecutionAdmin admin, StoreOptions options) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }
}
