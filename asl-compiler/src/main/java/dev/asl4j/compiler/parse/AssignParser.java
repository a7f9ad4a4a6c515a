package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.model.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Assign}. The name of a variable is the start and the rest of a Unicode identifier, up to 80 characters; only whole
 * variables are assigned.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data with variables</a>
 */
final class AssignParser implements Template.Visitor<List<Assignment>> {

    private static final String RESERVED = "states";
    private static final String MARK = ".$";
    private static final int LONGEST = 80;

    private final FieldReader fields;

    private AssignParser(FieldReader fields) {
        this.fields = fields;
    }

    static List<Assignment> parse(FieldReader fields, Set<StatesMember> allowed) {
        JsonObject object = fields.cursor().object("Assign");
        if (object == null) {
            return List.of();
        }
        AssignParser parser = new AssignParser(fields);
        boolean named = true;
        boolean known = true;
        for (JsonObject.Member member : object.members()) {
            known &= !Substitutions.refused(member.key(), fields.diagnostics());
            named &= Substitutions.in(member.key()) || parser.isVariable(member);
        }
        Template template = known ? fields.template("Assign", allowed, null) : null;
        return template == null || !named ? List.of() : template.accept(parser);
    }

    /** Whether the member's name is that of a variable; reports if not. */
    private boolean isVariable(JsonObject.Member member) {
        String name = variable(member);
        if (name.equals(RESERVED)) {
            fields.diagnostics()
                    .report(
                            Code.RESERVED_VARIABLE,
                            member,
                            "\"states\" is reserved: it cannot be assigned",
                            null,
                            AwsReport.of("Cannot assign to reserved variable '$states'.", member));
            return false;
        }
        String fault = null;
        AwsReport aws = null;
        if (name.codePointCount(0, name.length()) > LONGEST) {
            fault = "the name of the variable has more than " + LONGEST + " characters";
        } else if (!isIdentifier(name)) {
            fault = Quotes.quote(name)
                    + " cannot be the name of a variable, which is a letter, then letters, digits and \"_\"";
            aws = AwsReport.of(
                    "Invalid variable name '" + name + "': the variable name contains invalid characters.", member);
        }
        if (fault != null) {
            fields.diagnostics().report(Code.BAD_VARIABLE_NAME, member, fault, hint(name), aws);
        }
        return fault == null;
    }

    private String variable(JsonObject.Member member) {
        String key = member.name();
        return !fields.isJsonata() && key.endsWith(MARK) ? key.substring(0, key.length() - MARK.length()) : key;
    }

    private @Nullable String hint(String name) {
        if (fields.isJsonata() && name.endsWith(MARK)) {
            return "in JSONata, the value is an expression and the name has no \"" + MARK + "\"";
        }
        if (name.startsWith("$")) {
            return "the name is written without \"$\" here";
        }
        return name.matches("\\w+[.\\[].*") ? "only a whole variable can be assigned" : null;
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || !Character.isUnicodeIdentifierStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints()
                .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    @Override
    public List<Assignment> literal(Template.Literal template) {
        JsonObject object = Values.as(JsonObject.class, template.value());
        List<Assignment> assignments = new ArrayList<>();
        if (object != null) {
            for (JsonObject.Member member : object.members()) {
                assignments.add(new Assignment(member.name(), new Template.Literal(member.value()), member));
            }
        }
        return assignments;
    }

    @Override
    public List<Assignment> object(Template.ObjectTemplate template) {
        return template.fields().stream()
                .map(field -> new Assignment(field.name(), field.template(), origin(field, template)))
                .toList();
    }

    private static Subject origin(Template.Field field, Template.ObjectTemplate template) {
        JsonObject.Member member = template.source().member(field.key().value());
        return member == null ? field.key() : member;
    }

    // The value of Assign is an object, so the other kinds of template do not occur.

    @Override
    public List<Assignment> array(Template.ArrayTemplate template) {
        return List.of();
    }

    @Override
    public List<Assignment> path(Template.PathValue template) {
        return List.of();
    }

    @Override
    public List<Assignment> call(Template.CallValue template) {
        return List.of();
    }

    @Override
    public List<Assignment> query(Template.QueryValue template) {
        return List.of();
    }
}
