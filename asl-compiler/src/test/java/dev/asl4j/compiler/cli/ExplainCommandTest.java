package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExplainCommandTest {
    private static final String SHOP = "src/test/resources/typed/shop/shopping/shop.asl.json";

    @Test
    void printsWhatIsKnownAtAState() {
        Run run = Run.of("explain", SHOP, "Charge");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        input: {id: string, total: number, lines: [{item: string}...], ...}
                        arguments: {amount: number, currency: "EUR", lines: [{item: string}...]}
                        result: {kind: "card", number: string} | {kind: "transfer", iban: string}
                        output: {
                          id: string,
                          total: number,
                          lines: [{item: string}...],
                          payment: {kind: "card", number: string} | {kind: "transfer", iban: string},
                          ...
                        }
                        """);
        assertThat(run.code()).isZero();
    }

    @Test
    void namesStatesThatAreAlike() {
        Run run = Run.of("explain", SHOP, "Chrage");

        assertThat(run.err()).contains("the definition has no state \"Chrage\"; did you mean \"Charge\"?");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void ofADefinitionWithErrorsItTellsThese() {
        Run run = Run.of("explain", "src/test/resources/drawing/with-errors.asl.json", "Any");

        assertThat(run.err()).contains("error:");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }
}
