package dev.asl4j.compiler.datatype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java file with types.
 *
 * @param path of the file that its schemas stand in, below the source root
 * @param packageName empty: none
 * @param className of the class of the file
 * @param main the type that this class is; null: it is none, and only holds the others
 * @param nested those inside of it, in the order of the schemas
 */
public record TypeFile(
        String path,
        String packageName,
        String className,
        @Nullable TypePlan main,
        List<TypePlan> nested) {
    public TypeFile {
        nested = List.copyOf(nested);
    }

    /** {@code com.acme.Order} */
    public String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
