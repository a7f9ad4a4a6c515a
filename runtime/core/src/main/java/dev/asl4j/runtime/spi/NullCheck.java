package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses lists and maps with null where their type does not say that it may be: Jackson puts it into either. */
final class NullCheck {
    private final boolean isMap;
    private final boolean allowed;
    private final String words;
    private final @Nullable NullCheck inside;

    private NullCheck(boolean isMap, boolean allowed, String words, @Nullable NullCheck inside) {
        this.isMap = isMap;
        this.allowed = allowed;
        this.words = words;
        this.inside = inside;
    }

    /** The check of a type; null: there is nothing to check. */
    static @Nullable NullCheck of(TypeReference<?> reference) {
        return reference.getClass().getAnnotatedSuperclass() instanceof AnnotatedParameterizedType type
                ? of(type.getAnnotatedActualTypeArguments()[0])
                : null;
    }

    private static @Nullable NullCheck of(AnnotatedType type) {
        Type raw =
                type.getType() instanceof ParameterizedType parameterized ? parameterized.getRawType() : Object.class;
        boolean isMap = raw == Map.class;
        if (!(type instanceof AnnotatedParameterizedType container) || !(isMap || raw == List.class)) {
            return null;
        }
        AnnotatedType element = container.getAnnotatedActualTypeArguments()[isMap ? 1 : 0];
        boolean allowed = element.isAnnotationPresent(Nullable.class)
                || (element.getType() instanceof Class<?> known && JsonNode.class.isAssignableFrom(known));
        NullCheck inside = of(element);
        return allowed && inside == null ? null : new NullCheck(isMap, allowed, name(element.getType()), inside);
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return name(parameterized.getRawType());
        }
        return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    }

    /** Throws IllegalArgumentException with the place of a null that may not be. */
    void check(Object value, String place) {
        if (isMap) {
            ((Map<?, ?>) value).forEach((name, each) -> element(each, place + "." + name));
        } else {
            int index = 0;
            for (Object each : (List<?>) value) {
                element(each, place + "[" + index++ + "]");
            }
        }
    }

    private void element(@Nullable Object value, String place) {
        if (value == null) {
            if (!allowed) {
                throw new IllegalArgumentException(place + ": null is no " + words);
            }
        } else if (inside != null) {
            inside.check(value, place);
        }
    }
}
