package dev.asl4j.compiler.datatype;

import java.util.List;
import java.util.Set;

/**
 * What a type could be called by the place of its schema: {@code /$defs/line/properties/unitPrice} is a unit price, of a line.
 *
 * @param name the words
 * @param parent the words of what is around it; empty: nothing
 * @param isDefinition whether the name is one that somebody gave the schema itself
 */
record TypeWish(String name, String parent, boolean isDefinition) {
    private static final Set<String> NAMING = Set.of("properties", "$defs", "definitions", "patternProperties");
    private static final Set<String> NUMBERING = Set.of("oneOf", "anyOf", "allOf", "prefixItems");

    /**
     * The wish for a schema.
     *
     * @param pointer its place in the document
     */
    static TypeWish of(String pointer) {
        List<String> tokens = List.of(pointer.split("/", -1));
        String name = "";
        String parent = "";
        boolean isDefinition = false;
        for (int i = 1; i < tokens.size(); i++) {
            String token = decoded(tokens.get(i));
            boolean last = i + 1 == tokens.size();
            isDefinition = false;
            if (NAMING.contains(token) && !last) {
                parent = name;
                name = decoded(tokens.get(++i));
                isDefinition = token.equals("$defs") || token.equals("definitions");
            } else if (NUMBERING.contains(token) && !last) {
                parent = name;
                name = name + " " + (Integer.parseInt(tokens.get(++i)) + 1);
            } else if (token.equals("items") || token.equals("additionalItems")) {
                // draft-07 has an array of schemas there
                boolean isNumbered = !last && tokens.get(i + 1).matches("\\d{1,8}");
                name = name + (isNumbered ? " " + (Integer.parseInt(tokens.get(++i)) + 1) : " item");
            } else if (token.equals("additionalProperties")) {
                name = name + " value";
            } else if (token.equals("tasks") && i == 1 && !last) {
                name = decoded(tokens.get(++i));
            } else {
                name = name + " " + token;
            }
        }
        return new TypeWish(name, parent, isDefinition);
    }

    private static String decoded(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
