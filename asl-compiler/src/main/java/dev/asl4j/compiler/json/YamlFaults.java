package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.SourceFile;
import dev.asl4j.compiler.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Says in our words what the YAML parser found wrong, and where: at what was begun rather than where the parser gave up. */
final class YamlFaults {

    private final SourceFile file;
    private final String text;
    private final CodePoints codePoints;

    YamlFaults(SourceFile file, CodePoints codePoints) {
        this.file = file;
        this.text = file.text();
        this.codePoints = codePoints;
    }

    /**
     * Translates a fault.
     *
     * @param reached where the parser stands, for the faults that have no place
     */
    SyntaxFault translate(YamlEngineException fault, int reached) {
        if (fault instanceof ReaderException reader) {
            int place = at(codePoints.offset(reader.getPosition()));
            String character = "U+" + String.format("%04X", reader.getCodePoint());
            return fault(
                    place,
                    place + 1,
                    "the control character " + character + " must not stand in YAML",
                    "write it as an escape in a string in double quotes");
        }
        if (fault instanceof MarkedYamlEngineException marked) {
            String context = Optional.ofNullable(marked.getContext()).orElse("");
            String problem = Optional.ofNullable(marked.getProblem()).orElse("");
            int place = offset(marked.getProblemMark());
            return translate(context, offset(marked.getContextMark()), problem, place);
        }
        if (fault instanceof YamlVersionException) {
            return version(text.startsWith("%YAML") ? 0 : text.indexOf("\n%YAML") + 1);
        }
        // The only one left: something at the indentation of the line, but not as the first in it.
        String message = "this stands right behind a string that ends in this line";
        return fault(reached, endOfLine(reached), message, "mind the quotation marks");
    }

    private SyntaxFault translate(String context, int begun, String problem, int place) {
        if (problem.contains("that cannot start any token")) {
            return start(place);
        }
        if (problem.equals("found unexpected end of stream") || problem.equals("found unexpected document separator")) {
            return fault(begun, endOfLine(begun), "the string has no closing quotation mark", null);
        }
        if (problem.startsWith("found unknown escape character")) {
            int start = text.lastIndexOf('\\', Math.max(begun, place));
            return escape(Math.max(start, begun), Math.max(start, place) + 1);
        }
        if (problem.startsWith("expected ',' or")) {
            return unclosed(begun, place);
        }
        if (problem.startsWith("expected '<document start>'")) {
            String message = "there is text after the end of the document";
            Span span = new Span(place, endOfLine(place));
            return new SyntaxFault(Code.TRAILING_TEXT, span, JsonPointer.ROOT, message, null);
        }
        if (problem.startsWith("expected <block end>")) {
            return outOfStep(context, begun, place);
        }
        if (problem.contains("are not allowed here")) {
            String message = "a " + (problem.contains("entries") ? "sequence" : "mapping") + " cannot start here";
            String hint = "mind the indentation; text with a colon and a blank in it is put in quotes";
            return fault(place, place + 1, message, hint);
        }
        if (problem.equals("could not find expected ':'")) {
            return fault(begun, endOfLine(begun), "there is no colon behind this key", null);
        }
        return fault(place, place, "the text is not YAML: " + Quotes.plain(problem.strip()), null);
    }

    /** Something stands where the next line of a block is expected, or its end. */
    private SyntaxFault outOfStep(String context, int begun, int place) {
        if (place < text.length() && ":]}".indexOf(text.charAt(place)) >= 0) {
            String sign = Quotes.quote(text.substring(place, place + 1));
            String message = text.startsWith(":", place) ? "a key is missing here" : "this " + sign + " closes nothing";
            return fault(place, place + 1, message, null);
        }
        int single = lineOutOfStep(place);
        if (single >= 0) {
            String message = "this line does not line up with those below it";
            return fault(single, endOfLine(single), message, "mind the indentation");
        }
        String what = context.endsWith("mapping") ? "mapping" : "sequence";
        String message = "this does not line up with the " + what + " that starts on line " + line(begun);
        return fault(place, endOfLine(place), message, "mind the indentation");
    }

    /**
     * The start of the line above, if it alone is indented more than the line of a place and the line below that, and the line above it
     * less: then that one is out of step, not all that follows it. Negative: it is not so.
     */
    private int lineOutOfStep(int place) {
        int line = startOfLine(place);
        int above = startOfLine(line - 1);
        int twoAbove = startOfLine(above - 1);
        if (above <= 0 || twoAbove < 0 || above == line) {
            return -1;
        }
        int indent = place - line;
        int below = Math.min(text.length(), endOfLine(place) + 1);
        if (firstOf(below) - below != indent) {
            return -1;
        }
        boolean alone = firstOf(above) - above > indent && firstOf(twoAbove) - twoAbove < indent;
        boolean opened = text.charAt(Math.max(twoAbove, above - 2)) == ':';
        return alone && opened ? firstOf(above) : -1;
    }

    private int startOfLine(int place) {
        return place < 0 ? -1 : text.lastIndexOf('\n', place - 1) + 1;
    }

    /** The first character of a line that is no blank. */
    private int firstOf(int line) {
        int first = line;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        return first;
    }

    /**
     * What the YAML parser itself fails on: the digits of an escape that are none or more than an int, and digits of other scripts.
     *
     * @param place where the parser stands then: behind the letter of the escape, in front of the digit behind the indicator of a block,
     *     or behind the number of a directive %YAML
     */
    SyntaxFault unreadable(int place) {
        if (place >= 2 && text.charAt(place - 2) == '\\' && "xuU".indexOf(text.charAt(place - 1)) >= 0) {
            return escape(place - 2, place);
        }
        if (place < text.length() && Character.isDigit(text.codePointAt(place))) {
            String digit = Quotes.quote(text.substring(place, at(place + 1)));
            return fault(place, place + 1, "a block is indented by 1 to 9 blanks, not by " + digit, null);
        }
        return version(Math.max(0, text.lastIndexOf('%', place - 1)));
    }

    private SyntaxFault version(int directive) {
        return fault(directive, endOfLine(directive), "the text is in another version of YAML than 1", null);
    }

    private SyntaxFault escape(int start, int end) {
        int last = text.startsWith("\\U", start) ? start + 10 : end;
        String words = Quotes.quote(text.substring(at(start), at(last)));
        String message = "a string in double quotes has no escape " + words;
        return fault(start, last, message, "a backslash itself is written \\\\");
    }

    private SyntaxFault start(int place) {
        if (text.startsWith("\t", place)) {
            boolean first = text.substring(startOfLine(place), place).isBlank();
            return first
                    ? fault(place, place + 1, "a tab cannot indent a line of YAML", "indent with blanks")
                    : fault(place, place + 1, "a tab cannot stand before a value in YAML", "put a blank");
        }
        String character = Quotes.quote(text.substring(place, at(place + 1)));
        String hint = "put it in quotes";
        return fault(place, place + 1, "text cannot start with " + character + " in YAML", hint);
    }

    private SyntaxFault unclosed(int begun, int place) {
        if (place > 0 && text.startsWith("${", place - 1)) {
            int close = text.indexOf('}', place);
            int end = close < 0 ? place + 1 : close + 1;
            String words = Quotes.quote(text.substring(place - 1, end));
            return fault(place - 1, end, "between brackets the placeholder " + words + " has to be in quotes", null);
        }
        String bracket = Quotes.quote(text.substring(begun, at(begun + 1)));
        String close = text.startsWith("[", begun) ? "]" : "}";
        String message = "the " + bracket + " is not closed; on line " + line(place) + " a comma or \"" + close
                + "\" was expected";
        return fault(begun, begun + 1, message, null);
    }

    private SyntaxFault fault(int start, int end, String message, @Nullable String hint) {
        int first = at(start);
        Span span = new Span(first, Math.max(first, at(end)));
        return new SyntaxFault(Code.SYNTAX_ERROR, span, JsonPointer.ROOT, message, hint);
    }

    /** A place in the text, not between the two halves of a character. */
    private int at(int place) {
        int inside = Math.max(0, Math.min(place, text.length()));
        boolean half = inside > 0
                && inside < text.length()
                && Character.isSurrogatePair(text.charAt(inside - 1), text.charAt(inside));
        return half ? inside + 1 : inside;
    }

    private int line(int place) {
        return file.position(place).line();
    }

    private int endOfLine(int place) {
        int end = place;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int offset(Optional<Mark> mark) {
        return at(mark.map(place -> codePoints.offset(place.getIndex())).orElse(0));
    }
}
