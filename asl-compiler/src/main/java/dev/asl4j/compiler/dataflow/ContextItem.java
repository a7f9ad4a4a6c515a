package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The context object where an item is selected. */
final class ContextItem {
    private ContextItem() {}

    static Shape in(Shape context, Shape item) {
        ObjectShape around = context.objects().get(0);
        Map<String, Shape> members = new LinkedHashMap<>(around.fields());
        Shape withItem = ContextShape.of(Shape.ANY, item.present());
        members.put("Map", withItem.objects().get(0).field("Map"));
        return context.withObjects(List.of(new ObjectShape(members, null, true)));
    }
}
