package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.Heading;
import java.util.List;

/** A type that is needed, before anything in it has a name. */
sealed interface Draft {

    /** The schema it is made from. */
    Heading heading();

    /** For an object with properties. */
    record OfObject(ObjectShape shape) implements Draft {
        @Override
        public Heading heading() {
            return shape.heading();
        }
    }

    /** For strings that are listed. */
    record OfStrings(Heading heading, List<Text> texts) implements Draft {
        public OfStrings {
            texts = List.copyOf(texts);
        }
    }

    /** One of the strings. */
    record Text(String value, TypePlan.Docs docs) {}

    /** For objects of which a property says which. */
    record OfUnion(Heading heading, String property, List<TypePlan.Branch> branches) implements Draft {
        public OfUnion {
            branches = List.copyOf(branches);
        }
    }
}
