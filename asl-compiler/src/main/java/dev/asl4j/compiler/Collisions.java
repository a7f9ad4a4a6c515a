package dev.asl4j.compiler;

import dev.asl4j.compiler.datatype.TypeFile;
import dev.asl4j.compiler.datatype.TypePlan;
import dev.asl4j.compiler.datatype.Types;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
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

    /** The classes of types among these of definitions, and among each other. */
    static void report(Types types, List<Unit> units, Diagnostics diagnostics) {
        Map<String, String> first = new HashMap<>();
        units.forEach(unit -> first.put(
                unit.qualifiedName().toLowerCase(Locale.ROOT), unit.definition().displayPath()));
        Set<String> packages = packages(units);
        for (TypeFile file : types.files()) {
            TypePlan type = file.main() == null ? file.nested().get(0) : file.main();
            Subject origin = types.origin(type.id());
            String path = origin.location().file().path();
            String other = first.putIfAbsent(file.qualifiedName().toLowerCase(Locale.ROOT), path);
            String why = other != null
                    ? other + " gives the same class, or one that some file systems take for the same file"
                    : packages.contains(file.qualifiedName()) ? "there is a package of that name" : null;
            if (why != null) {
                String message = "the schemas give the class " + Quotes.plain(file.qualifiedName()) + ", but " + why;
                diagnostics.report(Code.CLASS_NAME_COLLISION, origin, message, "rename one of the files");
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
