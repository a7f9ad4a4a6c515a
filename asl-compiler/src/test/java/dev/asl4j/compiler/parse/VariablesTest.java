package dev.asl4j.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.Variables;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where variables live, by a definition with scopes of all kinds. */
final class VariablesTest {

    private Variables variables;
    private Scope main;

    @BeforeEach
    void read() throws IOException {
        StateMachine machine = Definitions.resource("parse/variables.asl.json");
        variables = Variables.of(machine);
        main = machine.main();
    }

    @Test
    void aScopeHasWhatItsStatesAssignInWhateverPlace() {
        assertThat(variables.names(main)).containsExactly("a", "b", "chosen", "joined", "caught");
        assertThat(variables.names(branch())).containsExactly("left");
        assertThat(variables.names(items())).containsExactly("left");
        assertThat(variables.names(children())).containsExactly("c");
    }

    @Test
    void namesResolveOutward() {
        assertThat(variables.resolve("b", main)).contains(new Variables.Slot(0, 1));
        assertThat(variables.resolve("left", branch())).contains(new Variables.Slot(0, 0));
        assertThat(variables.resolve("a", branch())).contains(new Variables.Slot(1, 0));
        assertThat(variables.resolve("caught", items())).contains(new Variables.Slot(1, 4));
        assertThat(variables.resolve("left", main)).isEmpty();
        assertThat(variables.resolve("never", items())).isEmpty();
    }

    @Test
    void theChildrenOfADistributedMapSeeTheirOwn() {
        assertThat(variables.resolve("c", children())).contains(new Variables.Slot(0, 0));
        assertThat(variables.resolve("a", children())).isEmpty();
        assertThat(variables.outer(children())).isEmpty();
        assertThat(variables.outer(items())).containsSame(main);
    }

    private Scope branch() {
        return main.outlines().get(2).scopes().get(0);
    }

    private Scope items() {
        return main.outlines().get(3).scopes().get(0);
    }

    private Scope children() {
        return main.outlines().get(4).scopes().get(0);
    }
}
