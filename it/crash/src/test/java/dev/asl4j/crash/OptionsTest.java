package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line takes, and what it says of what it does not take. */
final class OptionsTest {
    @Test
    void takesWhatTheUsageSays() {
        Options options = Options.parse("--store postgresql --kills 50 --seed -7 --engines 2".split(" "));
        assertThat(options).isEqualTo(new Options(Database.Kind.POSTGRESQL, 50, -7, 2, false));
        assertThat(Options.parse("--store sqlite --kills 0".split(" ")).engines())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --kills 5                                | --store is missing
                    --store sqlite                           | --kills is missing
                    --store h2 --kills 5                     | --store is sqlite or postgresql, not h2
                    --store sqlite --kills five              | --kills is a number from 0 to 100000, not five
                    --store sqlite --kills -1                | --kills is a number from 0 to 100000, not -1
                    --store sqlite --kills 5 --seed x        | --seed is a number from
                    --store sqlite --kills                   | --kills needs a value
                    --store sqlite --kills 5 --kills 6       | --kills is given twice
                    --store sqlite --kill 5                  | there is no option --kill
                    --store postgresql --kills 5 --engines 0 | --engines is a number from 1 to 16, not 0
                    --store sqlite --kills 5 --engines 2     | several engines can share postgresql only
                    """)
    void saysWhatIsWrong(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(arguments.split(" ")))
                .withMessageStartingWith(message)
                .withMessageContaining("usage: it/crash/run");
    }
}
