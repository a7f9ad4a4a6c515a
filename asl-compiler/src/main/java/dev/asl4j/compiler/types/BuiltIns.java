package dev.asl4j.compiler.types;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of JSONata, and those that AWS adds, take and give. Functions whose result is a sequence, which turns into its
 * only element or into nothing, can give anything.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS: transforming data</a>
 */
public final class BuiltIns {

    /**
     * Name, parameters as the signature of JSONata has them, and the types of the result: the letters of {@link ValueType#symbol}, a
     * star for all, a hyphen for none. A question mark: nothing comes of nothing, or of a context that is nothing.
     */
    private static final Map<String, BuiltIns.Function> FUNCTIONS =
            """
            sum a<n> n?
            count a n
            max a<n> nm
            min a<n> nm
            average a<n> nm
            string x-b? s?
            substring s-nn? s?
            substringBefore s-s s?
            substringAfter s-s s?
            lowercase s- s?
            uppercase s- s?
            length s- n?
            trim s- s?
            pad s-ns? s?
            match s-fn? *
            contains s-(sf) b?
            replace s-(sf)(sf)n? s?
            split s-(sf)n? a?
            join a<s>s? s?
            formatNumber n-so? s?
            formatBase n-n? s?
            formatInteger n-s s?
            parseInteger s-s n?
            number (nsb)- n?
            floor n- n?
            ceil n- n?
            round n-n? n?
            abs n- n?
            sqrt n- n?
            power n-n n?
            boolean x- b?
            not x- b?
            map af *
            zip a+ a
            filter af *
            single af? *
            reduce afj? *
            sift o-f? om
            keys x- asm
            lookup x-s *
            append xx *
            exists x b
            spread x- *
            merge a<o> o?
            reverse a a?
            each o-f *
            error s? -
            assert bs? m
            type x s?
            sort af? a?
            shuffle a a?
            distinct x *
            base64encode s- s?
            base64decode s- s?
            encodeUrlComponent s- s?
            encodeUrl s- s?
            decodeUrlComponent s- s?
            decodeUrl s- s?
            toMillis s-s? n?
            fromMillis n-s?s? s?
            clone (oa)- *
            now s?s? s
            millis  n
            partition (a)?x? am
            range nnn? nam
            hash ss? sm
            random n? n
            uuid  s
            parse s? lbnsaom
            """.lines().map(Function::of).collect(toUnmodifiableMap(Function::name, function -> function));

    private BuiltIns() {}

    /** A function. */
    record Function(String name, Signature signature, String result) {

        private static Function of(String line) {
            String[] words = line.split(" ", -1);
            return new Function(words[0], Signature.of(words[1]), words[2]);
        }

        /** The types of what a call gives. */
        ValueTypes result(List<ValueTypes> arguments) {
            if (result.equals("*")) {
                return ValueTypes.ALL;
            }
            ValueTypes types = Signature.types(result);
            boolean ofNothing = signature.mayTakeContext(arguments)
                    || arguments.stream().anyMatch(argument -> argument.has(ValueType.UNDEFINED));
            return result.endsWith("?") && ofNothing ? types.or(ValueType.UNDEFINED) : types;
        }
    }

    /**
     * The types of what a call of a function gives; null: there is no such function.
     *
     * @param arguments the types of the arguments
     */
    public static @Nullable ValueTypes result(String name, List<ValueTypes> arguments) {
        Function function = FUNCTIONS.get(name);
        return function == null ? null : function.result(arguments);
    }

    static @Nullable Function of(String name) {
        return FUNCTIONS.get(name);
    }
}
