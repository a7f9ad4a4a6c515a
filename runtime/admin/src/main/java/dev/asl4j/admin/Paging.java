package dev.asl4j.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.Page;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a long list is shown. */
final class Paging {
    private static final int MOST = 1_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Shows at most so many, from 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--next-token",
            paramLabel = "TOKEN",
            description = "Goes on where the run before ended that gave the token.")
    private @Nullable String nextToken;

    @Option(names = "--all", description = "Shows all of them, however many.")
    private boolean all;

    /** A page to show; reading on if all are wanted. */
    interface Source<T> {
        Page<T> page(int limit, @Nullable String token);
    }

    /**
     * Prints a list as JSON, item by item, so that it does not have to fit into memory.
     *
     * @param member under which name the items stand
     */
    <T> void printJson(StoreOptions options, String member, Source<T> source, Function<T, ObjectNode> view) {
        PrintStream out = options.terminal().data();
        out.print("{\n  \"" + member + "\" : [");
        boolean first = true;
        @Nullable String token = nextToken;
        boolean more;
        do {
            Page<T> page = source.page(size(), token);
            for (T item : page.items()) {
                out.print((first ? "\n" : ",\n") + indented(view.apply(item)));
                first = false;
            }
            token = page.nextToken();
            more = all && token != null && !options.terminal().isBroken();
        } while (more);
        out.print(first ? " ]" : "\n  ]");
        if (token != null) {
            out.print(",\n  \"nextToken\" : " + Views.compact(Views.object().textNode(token)));
        }
        out.print("\n}\n");
    }

    /** Prints a list as tables, one for each page. */
    <T> void printTable(StoreOptions options, String none, Source<T> source, Function<List<T>, Table> view) {
        @Nullable String token = nextToken;
        boolean any = false;
        boolean more;
        do {
            Page<T> page = source.page(size(), token);
            any |= !page.items().isEmpty();
            view.apply(page.items()).print(options.terminal().text());
            token = page.nextToken();
            more = all && token != null && !options.terminal().isBroken();
        } while (more);
        if (token != null) {
            options.terminal().err().println("There are more: --next-token " + token);
        } else if (!any) {
            options.terminal().err().println(none);
        }
    }

    private int size() {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("--limit is from 1 to " + MOST);
        }
        return all ? MOST : limit;
    }

    private static String indented(ObjectNode json) {
        List<String> lines = new ArrayList<>();
        Views.text(json).lines().forEach(line -> lines.add("    " + line));
        return String.join("\n", lines);
    }
}
