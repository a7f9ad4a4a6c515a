package dev.asl4j.compiler.contract;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.SchemaReader;
import dev.asl4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file beside a definition that says what its data looks like:
 *
 * <pre>{@code
 * {
 *   "input": {"$ref": "order.json"},
 *   "output": "com.acme.Receipt",
 *   "tasks": {
 *     "charge": {"input": {"type": "object"}, "output": {"$ref": "payment.json"}, "errors": ["CardDeclined"]}
 *   }
 * }
 * }</pre>
 *
 * <p>No field has to be there. What is wrong is reported and left out.
 */
public final class TypesReader {
    private static final List<String> FIELDS =
            List.of("$schema", "comment", "input", "output", "tasks", "$defs", "definitions");
    private static final List<String> TASK_FIELDS = List.of("comment", "input", "output", "answer", "async", "errors");

    private final SchemaReader schemas;
    private final Diagnostics diagnostics;
    private final String path;
    private final JsonValue document;

    private TypesReader(SchemaReader schemas, Diagnostics diagnostics, String path, JsonValue document) {
        this.schemas = schemas;
        this.diagnostics = diagnostics;
        this.path = path;
        this.document = document;
    }

    /**
     * Reads the file.
     *
     * @param path its path below the source root, which references in it are relative to
     * @param displayPath its path as diagnostics show it
     * @param content its bytes, which have to be UTF-8
     * @param schemas reads the schemas in it
     */
    public static Contract read(
            String path, String displayPath, byte[] content, SchemaReader schemas, Diagnostics diagnostics) {
        JsonValue document = document(displayPath, content, diagnostics);
        return document == null ? Contract.NONE : new TypesReader(schemas, diagnostics, path, document).contract();
    }

    /** What is wrong with the JSON is told by a code of this file: AWS, whose codes the others stand for, never sees it. */
    private static @Nullable JsonValue document(String displayPath, byte[] content, Diagnostics diagnostics) {
        if (content.length > JsonReader.MAX_LENGTH) {
            String message = "the file with types has " + content.length + " bytes; only " + JsonReader.MAX_LENGTH
                    + " would be read";
            SourceFile unread = new SourceFile(displayPath, "");
            diagnostics.report(Code.BAD_TYPES, unread.location(0, 0), "", message, null);
            return null;
        }
        Diagnostics faults = new Diagnostics();
        JsonValue document = JsonReader.read(displayPath, content, faults);
        for (Diagnostic fault : faults.sorted()) {
            diagnostics.report(Code.BAD_TYPES, fault.location(), fault.pointer(), fault.message(), fault.hint());
        }
        return document;
    }

    private Contract contract() {
        JsonObject file = object(document, "the file with types");
        if (file == null) {
            return Contract.NONE;
        }
        reportUnknown(file, FIELDS, "the file with types");
        List<Contract.Task> tasks = new ArrayList<>();
        JsonValue declared = file.get("tasks");
        JsonObject byName = declared == null ? null : object(declared, "\"tasks\"");
        if (byName != null) {
            byName.members().forEach(member -> tasks.add(task(member)));
        }
        return new Contract(type(file, "input"), type(file, "output"), tasks);
    }

    private Contract.Task task(JsonObject.Member member) {
        String words = "task " + Quotes.quote(member.name());
        JsonObject task = object(member.value(), words);
        if (task == null) {
            return new Contract.Task(member.name(), member, null, null, null, false, List.of());
        }
        reportUnknown(task, TASK_FIELDS, words);
        return new Contract.Task(
                member.name(),
                member,
                type(task, "input"),
                type(task, "output"),
                type(task, "answer"),
                isAsync(task),
                errors(task));
    }

    private boolean isAsync(JsonObject task) {
        JsonValue async = task.get("async");
        if (async == null) {
            return false;
        }
        if (async instanceof JsonBoolean flag) {
            return flag.value();
        }
        report(async, "\"async\" is " + async.type().words(), "expected true or false");
        return false;
    }

    private @Nullable DeclaredType type(JsonObject object, String field) {
        JsonObject.Member member = object.member(field);
        if (member == null) {
            return null;
        }
        JsonValue value = member.value();
        if (value instanceof JsonString name) {
            return className(name) ? new DeclaredType.OfClass(name.value(), name) : null;
        }
        if (value.type() != JsonType.OBJECT && value.type() != JsonType.BOOLEAN) {
            String message = Quotes.quote(field) + " is " + value.type().words();
            diagnostics.report(Code.BAD_TYPES, value, message, "expected a schema or the name of a Java class");
            return null;
        }
        return new DeclaredType.OfSchema(schemas.read(path, document, value), member);
    }

    private boolean className(JsonString name) {
        String text = name.value();
        boolean isQualified =
                SourceVersion.isName(text, SourceVersion.RELEASE_17) && text.indexOf('.') > 0 && text.indexOf('$') < 0;
        if (!isQualified) {
            String message = Quotes.quote(text) + " is not the qualified name of a Java class";
            diagnostics.report(Code.BAD_CLASS_NAME, name, message, classHint(text));
        }
        return isQualified;
    }

    private static String classHint(String text) {
        if (text.contains("#") || text.endsWith(".json") || text.endsWith(".yaml") || text.endsWith(".yml")) {
            return "a schema in another file is {\"$ref\": " + Quotes.quote(text) + "}";
        }
        if (text.indexOf('$') > 0) {
            return "a nested class is written with a point: " + Quotes.quote(text.replace('$', '.'));
        }
        return text.indexOf('<') > 0
                ? "a schema can say what the elements are; a class has no parameters here"
                : "expected a package and a class, such as \"com.acme.Order\"";
    }

    private List<Contract.TaskError> errors(JsonObject task) {
        JsonValue errors = task.get("errors");
        List<Contract.TaskError> declared = new ArrayList<>();
        if (errors instanceof JsonArray names) {
            for (JsonValue name : names.elements()) {
                if (name instanceof JsonString text) {
                    add(new Contract.TaskError(text.value(), text, null), declared);
                } else {
                    report(name, "an error is " + name.type().words(), "expected its name");
                }
            }
        } else if (errors instanceof JsonObject described) {
            for (JsonObject.Member error : described.members()) {
                if (error.value() instanceof JsonString description) {
                    add(new Contract.TaskError(error.name(), error, description.value()), declared);
                } else {
                    String words = "what is said of error " + Quotes.quote(error.name()) + " is ";
                    report(error.value(), words + error.value().type().words(), "expected a string");
                }
            }
        } else if (errors != null) {
            String hint = "expected an array of names, or an object with a description for each";
            report(errors, "\"errors\" is " + errors.type().words(), hint);
        }
        return declared;
    }

    private void add(Contract.TaskError error, List<Contract.TaskError> declared) {
        Function<String, String> words = what -> "the error " + Quotes.quote(error.name()) + " " + what;
        if (error.name().isBlank()) {
            diagnostics.report(Code.BAD_TYPES, error.at(), "the name of an error is empty");
        } else if (error.name().startsWith("States.")) {
            diagnostics.report(
                    Code.BAD_TYPES,
                    error.at(),
                    words.apply("is not a task's own: names that start with \"States.\" are the language's"),
                    "any task can fail with those that it can fail with");
        } else if (declared.stream().anyMatch(other -> other.name().equals(error.name()))) {
            diagnostics.report(Code.BAD_TYPES, error.at(), words.apply("is declared twice"));
        } else {
            declared.add(error);
        }
    }

    private void reportUnknown(JsonObject object, List<String> fields, String words) {
        for (JsonObject.Member member : object.members()) {
            if (!fields.contains(member.name())) {
                String near = Suggestions.didYouMean(member.name(), fields);
                String expected = "expected "
                        + Suggestions.oneOf(fields.stream()
                                .filter(field -> !field.startsWith("$") && !field.equals("definitions"))
                                .map(Quotes::quote)
                                .toList());
                String message = words + " has the unknown field " + Quotes.quote(member.name());
                diagnostics.report(Code.BAD_TYPES, member, message, near == null ? expected : near);
            }
        }
    }

    private @Nullable JsonObject object(JsonValue value, String words) {
        if (value instanceof JsonObject object) {
            return object;
        }
        report(value, words + " is " + value.type().words(), "expected an object");
        return null;
    }

    private void report(JsonValue value, String message, String hint) {
        diagnostics.report(Code.BAD_TYPES, value, message, hint);
    }
}
