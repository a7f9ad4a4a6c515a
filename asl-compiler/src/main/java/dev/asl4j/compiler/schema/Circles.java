package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds schemas that say no more than that they are what they are. A schema may well be a part of itself: of its properties or elements. */
final class Circles {
    private Circles() {}

    static void report(Schemas schemas, Diagnostics diagnostics) {
        List<Schema> all = new ArrayList<>(schemas.all());
        Map<SchemaId, Integer> numbers = new HashMap<>();
        all.forEach(schema -> numbers.put(schema.heading().id(), numbers.size()));
        List<List<Schema.Reference>> outgoing = new ArrayList<>();
        List<BitSet> targets = new ArrayList<>();
        for (Schema schema : all) {
            List<Schema.Reference> references = new ArrayList<>();
            addReferences(schema, references);
            BitSet row = new BitSet();
            references.forEach(reference -> row.set(number(reference, numbers)));
            targets.add(row);
            outgoing.add(references);
        }
        for (BitSet cycle : Components.cycles(Digraph.of(targets))) {
            outgoing.get(cycle.nextSetBit(0)).stream()
                    .filter(reference -> cycle.get(number(reference, numbers)))
                    .findFirst()
                    .ifPresent(reference -> report(reference, diagnostics));
        }
    }

    private static int number(Schema.Reference reference, Map<SchemaId, Integer> numbers) {
        return Objects.requireNonNull(numbers.get(reference.target()), reference::toString);
    }

    private static void report(Schema.Reference reference, Diagnostics diagnostics) {
        String message = "the schema " + Quotes.quote(reference.target().toString())
                + " leads back to this reference and says nothing of the data on the way";
        diagnostics.report(Code.SCHEMA_CYCLE, reference.at(), message, null);
    }

    /** The schemas that have to hold for the same data. */
    private static void addReferences(Schema schema, List<Schema.Reference> references) {
        if (schema instanceof Schema.Reference reference) {
            references.add(reference);
        } else if (schema instanceof Schema.AllOf all) {
            all.parts().forEach(part -> addReferences(part, references));
        } else if (schema instanceof Schema.AnyOf any) {
            any.branches().forEach(branch -> addReferences(branch, references));
        } else if (schema instanceof Schema.OneOf one) {
            one.branches().forEach(branch -> addReferences(branch, references));
        }
    }
}
