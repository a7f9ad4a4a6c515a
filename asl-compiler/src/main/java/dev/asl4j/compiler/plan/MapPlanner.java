package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemBatcher;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.ResultWriter;
import dev.asl4j.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans the first half of a Map state, in both modes. */
final class MapPlanner {
    /** What {@code ItemsPath} is if it is not there. */
    private static final Path ROOT = new Path(new Root.Document(), List.of(), "$", new Span(0, 1));

    private final BodyPlanner body;
    private final String processor;

    /** {@code processor} is the field of the item processor's scope. */
    MapPlanner(BodyPlanner body, String processor) {
        this.body = body;
        this.processor = processor;
    }

    StatePlan inline(MapState state, StateHeading heading, StatePlan.SecondHalf secondHalf) {
        Value items = items(state.items(), Value.Place.ITEMS_PATH);
        StatePlan.Amount maxConcurrency = AmountPlanner.maxConcurrency(state.maxConcurrency(), body);
        Value input = body.input();
        return new StatePlan.Map(heading, body.lets(), processor, input, items, maxConcurrency, secondHalf);
    }

    StatePlan distributed(
            MapState state, Distribution distribution, StateHeading heading, StatePlan.SecondHalf secondHalf) {
        ItemReader itemReader = distribution.reader();
        Value items = itemReader == null ? items(state.items(), Value.Place.DISTRIBUTED_ITEMS_PATH) : null;
        if (items != null) {
            items = body.let(Variable.ITEMS, items);
        }
        DistributionPlan planned = new DistributionPlan(
                distribution.executionType(),
                distribution.label() == null ? null : distribution.label().value(),
                itemReader == null ? null : reader(itemReader),
                distribution.batcher() == null ? null : batcher(distribution.batcher()),
                distribution.writer() == null ? null : writer(distribution.writer()),
                AmountPlanner.maxConcurrency(state.maxConcurrency(), body),
                count(distribution.toleratedFailureCount(), "ToleratedFailureCount"),
                distribution.toleratedFailurePercentage() == null
                        ? null
                        : AmountPlanner.percentage(distribution.toleratedFailurePercentage(), body));
        Value input = body.input();
        return new StatePlan.DistributedMap(heading, body.lets(), processor, input, items, planned, secondHalf);
    }

    private StatePlan.@Nullable Amount count(@Nullable Amount amount, String location) {
        return amount == null ? null : AmountPlanner.count(amount, location, body);
    }

    private DistributionPlan.Reader reader(ItemReader reader) {
        Template arguments = reader.arguments();
        return new DistributionPlan.Reader(
                reader,
                arguments == null ? new Value.Empty() : template(arguments, "Reader"),
                AmountPlanner.count(reader.maxItems(), "ItemReader/ReaderConfig/MaxItems", body));
    }

    private DistributionPlan.Batcher batcher(ItemBatcher batcher) {
        Template input = batcher.batchInput();
        return new DistributionPlan.Batcher(
                input == null ? null : template(input, "BatchInput"),
                AmountPlanner.count(batcher.maxItems(), "ItemBatcher/MaxItemsPerBatch", body),
                AmountPlanner.count(batcher.maxInputBytes(), "ItemBatcher/MaxInputBytesPerBatch", body));
    }

    private DistributionPlan.Writer writer(ResultWriter writer) {
        Template arguments = writer.arguments();
        Value exported = arguments == null ? new Value.Empty() : template(arguments, "Writer");
        return new DistributionPlan.Writer(writer, writer.export() ? exported : null);
    }

    private Value template(Template template, String use) {
        return body.keep(body.on(Variable.INPUT).template(template, use));
    }

    private Value items(Items items, Value.Place place) {
        return body.keep(items.accept(new Items.Visitor<>() {
            @Override
            public Value atPath(PathSetting setting) {
                Path path = setting instanceof PathSetting.Given given ? given.path() : ROOT;
                return body.on(Variable.INPUT).required(path, place, "ItemsPath");
            }

            @Override
            public Value computed(Template template) {
                Value.QueryType type =
                        place == Value.Place.ITEMS_PATH ? Value.QueryType.ITEMS : Value.QueryType.ITEMS_OR_ENTRIES;
                return template instanceof Template.QueryValue query
                        ? body.on(Variable.INPUT).query(query.expression(), type, "Items")
                        : body.on(Variable.INPUT).template(template, "Items");
            }

            @Override
            public Value input() {
                return new Value.InputItems(body.input());
            }
        }));
    }
}
