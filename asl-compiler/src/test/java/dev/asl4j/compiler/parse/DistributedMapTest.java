package dev.asl4j.compiler.parse;

import static dev.asl4j.compiler.parse.Definitions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemBatcher;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ResultWriter;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateMachine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads distributed Map states with every field that they can have. */
final class DistributedMapTest {

    private StateMachine machine;

    @BeforeEach
    void read() throws IOException {
        machine = Definitions.resource("parse/distributed.asl.json");
    }

    @Test
    void theWholeOfIt() {
        MapState map = state(machine, MapState.class, "Objects");
        Distribution distribution = map.distribution();
        assertThat(map.processor().kind()).isEqualTo(Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR);
        assertThat(distribution.executionType()).isEqualTo(Distribution.ExecutionType.EXPRESS);
        assertThat(distribution.label())
                .isNotNull()
                .extracting(JsonString::value)
                .isEqualTo("Objects");
        assertThat(((Amount.AtPath) distribution.toleratedFailureCount()).path())
                .hasToString("$.count");
        assertThat(((Amount.Fraction) distribution.toleratedFailurePercentage()).value())
                .isEqualTo(12.5);
    }

    @Test
    void aReader() {
        ItemReader reader = distribution("Objects").reader();
        assertThat(reader.resource()).isEqualTo(ItemReader.Resource.GET_OBJECT);
        assertThat(reader.arguments()).isNotNull();
        assertThat(reader.inputType()).isEqualTo(ItemReader.InputType.CSV);
        assertThat(reader.transformation()).isEqualTo(ItemReader.Transformation.NONE);
        assertThat(reader.manifestType()).isEqualTo(ItemReader.ManifestType.S3_INVENTORY);
        assertThat(reader.csvHeaderLocation()).isEqualTo(ItemReader.HeaderLocation.GIVEN);
        assertThat(reader.csvHeaders()).isEqualTo(List.of("a", "b"));
        assertThat(reader.csvDelimiter()).isEqualTo(ItemReader.Delimiter.TAB);
        assertThat(reader.itemsPointer()).isEqualTo("/x/y");
        assertThat(((Amount.AtPath) reader.maxItems()).path()).hasToString("$max");
    }

    @Test
    void aBatcherAndAWriter() {
        ItemBatcher batcher = distribution("Objects").batcher();
        assertThat(batcher.batchInput()).isNotNull();
        assertThat(((Amount.Constant) batcher.maxItems()).value()).isEqualTo(10);
        assertThat(((Amount.AtPath) batcher.maxInputBytes()).path()).hasToString("$.bytes");
        ResultWriter writer = distribution("Objects").writer();
        assertThat(writer.export()).isTrue();
        assertThat(writer.arguments()).isNotNull();
        assertThat(writer.transformation()).isEqualTo(ResultWriter.Transformation.FLATTEN);
        assertThat(writer.outputType()).isEqualTo(ResultWriter.OutputType.JSONL);
    }

    @Test
    void inJsonata() {
        Distribution distribution = distribution("List");
        ItemReader reader = distribution.reader();
        assertThat(reader.resource()).isEqualTo(ItemReader.Resource.LIST_OBJECTS);
        assertThat(reader.transformation()).isEqualTo(ItemReader.Transformation.LOAD_AND_FLATTEN);
        assertThat(places(reader.arguments())).containsExactly("ItemReader/Arguments/Bucket: $states.input.bucket");
        assertThat(((Amount.Query) reader.maxItems()).expression().text()).isEqualTo("$max");
        assertThat(places(distribution.batcher().batchInput()))
                .containsExactly("ItemBatcher/BatchInput: $states.input");
        assertThat(((Amount.Query) distribution.batcher().maxItems())
                        .expression()
                        .text())
                .isEqualTo("5");
        assertThat(((Amount.Query) distribution.toleratedFailurePercentage())
                        .expression()
                        .text())
                .isEqualTo("50");
        assertThat(distribution.writer().export()).isFalse();
        assertThat(distribution.writer().transformation()).isNull();
        assertThat(distribution.label()).isNull();
    }

    @Test
    void theDefaults() {
        ItemReader reader = distribution("Plain").reader();
        assertThat(reader.arguments()).isNull();
        assertThat(reader.inputType()).isNull();
        assertThat(reader.csvDelimiter()).isEqualTo(ItemReader.Delimiter.COMMA);
        assertThat(reader.maxItems()).isNull();
        assertThat(distribution("Plain").batcher()).isNull();
        assertThat(distribution("Plain").writer()).isNull();
    }

    private Distribution distribution(String name) {
        return state(machine, MapState.class, name).distribution();
    }

    private static List<String> places(Template template) {
        Places places = new Places();
        template.accept(places);
        return places.found;
    }
}
