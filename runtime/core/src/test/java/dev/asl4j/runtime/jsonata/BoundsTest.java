package dev.asl4j.runtime.jsonata;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.asl4j.runtime.data.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression can neither hang the engine nor fill its memory; AWS's bounds where they were observed. */
@Timeout(value = 2, unit = MINUTES)
final class BoundsTest {
    private static final String DEPTH = "Stack overflow error: Check for non-terminating recursive function."
            + " Consider rewriting as tail-recursive";
    private static final String MEMORY =
            "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    private static final String RECURSION = "($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(";
    private static final String DOUBLING =
            "($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $length($f('x', ";

    @Test
    void everyNestingEndsWhereAwsEndsIt() {
        assertThat(value("1" + "+1".repeat(99))).isEqualTo("100");
        assertFails("1" + "+1".repeat(100), DEPTH);
        assertThat(value("(".repeat(99) + "1" + ")".repeat(99))).isEqualTo("1");
        assertFails("(".repeat(100) + "1" + ")".repeat(100), DEPTH);
        assertThat(value("[".repeat(99) + "1" + "]".repeat(99))).startsWith("[[[");
        assertFails("[".repeat(100) + "1" + "]".repeat(100), DEPTH);
        assertThat(value("1" + "~>$string".repeat(99))).isEqualTo("\"1\"");
        assertFails("1" + "~>$string".repeat(100), DEPTH);
        assertThat(value(RECURSION + "31))")).isEqualTo("31");
        assertFails(RECURSION + "32))", DEPTH);
    }

    @Test
    void aTextThatIsTooDeepToParseFailsToo() {
        assertFails("(".repeat(200_000) + "1" + ")".repeat(200_000), DEPTH);
    }

    @Test
    void aValueEndsWhereAwsEndsIt() {
        assertThat(value("[1..873782] ~> $count()")).isEqualTo("873782");
        assertFails("[1..873783] ~> $count()", MEMORY);
        assertFails("$sum([1..900000])", MEMORY);
        assertFails("$range(1, 360146, 1)", MEMORY);
        assertFails("$range(1, 1000000000, 1)", MEMORY);
        assertThat(value(DOUBLING + "22)))")).isEqualTo("4194304");
        assertFails(DOUBLING + "23)))", MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$pad('x', 1e9)",
                "$pad('x', -1e9, 'ab')",
                "($a := [1..100000]; $a.($a))",
                "($a := [1..800000]; [$a,$a,$a,$a,$a,$a,$a,$a,$a,$a,$a,$a])",
                "($a := $pad('x', 100000); $join($map([1..1000], function($i){$a})))",
                "($a := $pad('x', 1000000); $map([1..1000], function($i){$a & $i}))",
                "($f := function($x, $n){$n = 0 ? $x : $f({'a': $x, 'b': $x}, $n - 1)}; $f([1,2,3], 40))",
                "($f := function($x, $n){$n = 0 ? $x : $f({'a': $x, 'b': $x}, $n - 1)}; $string($f([1,2,3], 40)))",
                "$map([1..20000], function($i){ {'a': [1..100]} })"
            })
    void nothingLargerIsBuilt(String expression) {
        assertFails(expression, MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($x){ $f($x+1) }; $f(1))",
                "$count($map([1..100000], function($i){ $count([1..100000][$ = $i]) }))",
                "$fromMillis(1, '[Y,1000000000]')",
                "$fromMillis(1, '[Y,1 000 000]')",
                "$now('[Y,100000-100000]')",
                "$fromMillis(1, '[Y' & $pad('', 1000000, '0') & ']')",
                "($a := $pad('', 1000000, 'x'); $map([1..100000], function(){ $substring($a, 1, 2) & '' }))",
                "$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+\\1c/)",
                "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+\\1c/)",
                "$split('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+\\1c/)",
                "$replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+\\1c/, 'x')"
            })
    void nothingRunsForever(String expression) {
        assertFails(expression, TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/^(a+)+$/('aab')", "'aab' ~> /^(a+)+$/", "($r := /a/; $r('a'))"})
    void aRegularExpressionIsNoFunctionBecauseNothingBoundsIt(String expression) {
        assertFails(expression, "A regular expression cannot be called as a function; use $match");
    }

    @Test
    void aRegularExpressionCanHaveAName() {
        assertThat(value("($r := /b+/; $contains('abbc', $r))")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($__evaluate_entry := $x; 1)",
                "($__evaluate_exit := 1; 2)",
                "(function($__evaluate_entry){1})(2)"
            })
    void theWatchCannotBeSwitchedOff(String expression) {
        assertFails(expression, "Reference to '$__evaluate_entry' or '$__evaluate_exit' is not supported.");
    }

    @Test
    void aLongTextCanChangeItsCase() {
        assertThat(value("$length($uppercase($pad('', 2000000, 'ß')))")).isEqualTo("4000000");
        assertThat(value("$length($lowercase($pad('', 2000000, 'İ')))")).isEqualTo("4000000");
        assertThat(value("$uppercase('straße 𐐨') & $lowercase('İI ΌΣΟΣ')")).isEqualTo("\"STRASSE 𐐀i̇i όσος\"");
        assertThat(value("$uppercase($pad('x', 1023) & '𐐨') = $pad('X', 1023) & '𐐀'"))
                .isEqualTo("true");
    }

    @Test
    void aPartOfADateCanBeWide() {
        assertThat(value("$fromMillis(1, '[Y,8-8]-[M01]-[D01]')")).isEqualTo("\"00001970-01-01\"");
    }

    @Test
    void muchWorkIsFine() {
        assertThat(value("$sum($map([1..200000], function($v){$v * 2}))")).isEqualTo("40000200000");
        assertThat(value("($f := function($n, $s){$n = 0 ? $s : $f($n - 1, $s + $n)}; $f(10000, 0))"))
                .isEqualTo("50005000");
    }

    private static String value(String expression) {
        return Json.write(Jsonata.compile(expression).evaluate(Given.input(Json.EMPTY)));
    }

    private static void assertFails(String expression, String text) {
        assertThatExceptionOfType(EvaluationException.class)
                .as(expression)
                .isThrownBy(() -> Jsonata.compile(expression).evaluate(Given.input(Json.EMPTY)))
                .satisfies(e -> assertThat(e.ending()).isEqualTo("threw an error during evaluation: " + text));
    }
}
