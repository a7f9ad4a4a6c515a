package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.Validated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What types do not hold: each once, however often its schema is looked at. */
final class Losses {
    private static final Comparator<Loss> ORDER = Comparator.comparing((Loss loss) -> file(loss))
            .thenComparingInt(Losses::start)
            .thenComparing(Loss::keyword);

    private final Map<Place, Loss> losses = new LinkedHashMap<>();

    private record Place(String keyword, String file, int start) {}

    /** The checks of a schema. */
    void addChecks(Schema schema) {
        schema.heading()
                .checks()
                .forEach(check ->
                        add(new Loss(schema.heading().id(), check.keyword(), check.at(), Loss.Kind.UNCHECKED)));
    }

    /** A keyword of a schema, which it says itself or which a part of it says. */
    void add(Schema schema, String keyword, Loss.Kind kind) {
        Subject origin = schema.heading().origin();
        JsonObject.Member member = origin instanceof JsonObject object ? object.member(keyword) : null;
        add(new Loss(schema.heading().id(), keyword, member == null ? origin : member, kind));
    }

    void add(Loss loss) {
        losses.putIfAbsent(new Place(loss.keyword(), file(loss), start(loss)), loss);
    }

    List<Loss> sorted() {
        return losses.values().stream().sorted(ORDER).toList();
    }

    /**
     * Reports each keyword once for a file: a schema has dozens of them.
     *
     * @param validated whether a validator checks what it can
     */
    void report(boolean validated, Diagnostics diagnostics) {
        Map<List<Object>, List<Loss>> groups = new LinkedHashMap<>();
        for (Loss loss : sorted()) {
            if (validated && loss.kind() != Loss.Kind.UNUSED && Validated.is(loss.keyword(), loss.at())) {
                continue;
            }
            groups.computeIfAbsent(List.of(file(loss), loss.keyword(), loss.kind()), key -> new ArrayList<>())
                    .add(loss);
        }
        for (List<Loss> group : groups.values()) {
            Loss first = group.get(0);
            String keyword = Quotes.quote(first.keyword());
            String message = switch (first.kind()) {
                case UNCHECKED -> "no Java type holds " + keyword + ", and nothing checks it";
                case UNUSED -> keyword + " is not made use of: Java has no literal for it";
                case UNTYPED -> keyword + " makes no Java type here: any JSON is taken";
            };
            String more = group.size() == 1 ? "" : " (and " + (group.size() - 1) + " more in this file)";
            diagnostics.report(Code.SCHEMA_NOT_CARRIED, first.at(), message + more);
        }
    }

    private static String file(Loss loss) {
        return loss.at().location().file().path();
    }

    private static int start(Loss loss) {
        return loss.at().location().span().start();
    }
}
