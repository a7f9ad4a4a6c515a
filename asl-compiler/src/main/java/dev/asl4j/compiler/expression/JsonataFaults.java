package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.Span;

/** The syntax errors of JSONata in its own words, which are AWS's too. */
final class JsonataFaults {

    private JsonataFaults() {}

    static ExpressionFault at(int from, int to, String message) {
        return new ExpressionFault(Code.BAD_JSONATA, new Span(from, to), message, null);
    }

    static ExpressionFault at(Span span, String message) {
        return new ExpressionFault(Code.BAD_JSONATA, span, message, null);
    }

    static ExpressionFault syntax(JsonataToken token) {
        return at(token.span(), "Syntax error: " + token.shown());
    }

    static ExpressionFault expected(String operator, JsonataToken token) {
        String quoted = JsonWriter.quoted(operator);
        return token.kind() == JsonataToken.Kind.END
                ? at(token.span(), "Expected " + quoted + " before end of expression")
                : at(token.span(), "Expected " + quoted + ", got " + token.shown());
    }

    static ExpressionFault unknownOperator(JsonataToken token) {
        return at(token.span(), "Unknown operator: " + token.shown());
    }

    static ExpressionFault notUnary(JsonataToken token) {
        return at(token.span(), "The symbol " + token.shown() + " cannot be used as a unary operator");
    }

    static ExpressionFault unexpectedEnd(Span span) {
        return at(span, "Unexpected end of expression");
    }

    static ExpressionFault noVariable(String operator, Span span) {
        return at(span, "The right side of " + JsonWriter.quoted(operator) + " must be a variable name (start with $)");
    }

    static ExpressionFault noParent(Span span) {
        return at(span, "The object representing the 'parent' cannot be derived from this expression");
    }
}
