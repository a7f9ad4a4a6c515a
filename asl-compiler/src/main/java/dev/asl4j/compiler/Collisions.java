package dev.asl4j.compiler;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Definitions whose classes cannot live side by side, be it only on a file system that ignores case. */
final class Collisions {
    private Collisions() {}

    static void report(List<Unit> units, Diagnostics diagnostics) {
        Map<String, Unit> first = new HashMap<>();
        Set<String> packages = packages(units);
        for (Unit unit : units) {
            Unit other = first.putIfAbsent(unit.qualifiedName().toLowerCase(Locale.ROOT), unit);
            if (other != null) {
                report(unit, other.definition().displayPath() + " gives " + name(other, unit), diagnostics);
            } else if (packages.contains(unit.qualifiedName())) {
                report(unit, "there is a package of that name", diagnostics);
            }
        }
    }

    private static String name(Unit other, Unit unit) {
        return other.qualifiedName().equals(unit.qualifiedName())
                ? "the same class"
                : other.qualifiedName() + ", which some file systems take for the same file";
    }

    private static void report(Unit unit, String why, Diagnostics diagnostics) {
        String message = "the definition gives the class " + Quotes.plain(unit.qualifiedName()) + ", but " + why;
        diagnostics.report(Code.CLASS_NAME_COLLISION, unit.start(), "", message, "rename one of the files");
    }

    /** The packages of all classes, with those around them. */
    private static Set<String> packages(List<Unit> units) {
        Set<String> packages = new HashSet<>();
        for (Unit unit : units) {
            String name = unit.packageName();
            while (!name.isEmpty() && packages.add(name)) {
                name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            }
        }
        return packages;
    }
}
