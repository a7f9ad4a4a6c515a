package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The static methods that a file calls by their simple names: those it uses are those it imports. */
final class Statics {
    private final Map<String, TreeSet<String>> members = new TreeMap<>();

    /** The member's simple name, which is imported from now on. */
    String use(ClassName owner, String member) {
        members.computeIfAbsent(owner.canonicalName(), name -> new TreeSet<>()).add(member);
        return member;
    }

    void addTo(JavaFile.Builder file) {
        members.forEach(
                (owner, names) -> file.addStaticImport(ClassName.bestGuess(owner), names.toArray(String[]::new)));
    }
}
