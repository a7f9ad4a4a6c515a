package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a service integration: those that it requires are there, and no others than it knows. What they hold is not looked at,
 * and parameters that are computed as a whole are not known.
 *
 * @param name the integration: {@code sqs:sendMessage}
 */
record ParameterCheck(String name, Integrations.Action action, Diagnostics diagnostics) {

    private static final String COMPUTED = ".$";

    void check(TaskState task) {
        boolean jsonata = task.dataFlow() instanceof DataFlow.Queries;
        task.dataFlow()
                .accept(new Arguments())
                .flatMap(arguments -> arguments.accept(new Source()))
                .ifPresent(object -> check(object, jsonata));
    }

    private void check(JsonObject object, boolean jsonata) {
        List<String> missing = new ArrayList<>(action.required());
        List<String> unknown = new ArrayList<>();
        boolean substituted = false;
        for (JsonObject.Member member : object.members()) {
            String parameter = parameter(member, jsonata);
            missing.remove(parameter);
            boolean named = member.key().placeholders().isEmpty();
            substituted |= !named;
            if (named && !action.knows(parameter)) {
                unknown.add(parameter);
                reportUnknown(parameter, member, !parameter.equals(member.name()), object);
            }
        }
        missing.removeIf(parameter -> unknown.stream()
                .anyMatch(other -> Suggestions.nearest(other, Set.of(parameter)).contains(parameter)));
        if (!missing.isEmpty() && !substituted) {
            reportMissing(missing, new Opening(object));
        }
    }

    private static String parameter(JsonObject.Member member, boolean jsonata) {
        String key = member.name();
        return !jsonata && key.endsWith(COMPUTED) ? key.substring(0, key.length() - COMPUTED.length()) : key;
    }

    private void reportUnknown(String parameter, JsonObject.Member member, boolean computed, JsonObject object) {
        Code code = computed ? Code.UNKNOWN_COMPUTED_PARAMETER : Code.UNKNOWN_PARAMETER;
        JsonString key = member.key();
        diagnostics.report(
                code,
                key,
                Quotes.quote(name) + " has no parameter " + Quotes.quote(parameter),
                hint(parameter),
                AwsReport.of("The field \"" + parameter + "\" is not supported by Step Functions", object));
    }

    private @Nullable String hint(String parameter) {
        String near = Suggestions.didYouMean(parameter, action.known());
        return near == null && name.equals("lambda:invoke") ? "what the function gets stands in \"Payload\"" : near;
    }

    private void reportMissing(List<String> missing, Subject object) {
        String what = missing.size() == 1 ? " needs the parameter " : " needs the parameters ";
        diagnostics.report(
                Code.MISSING_PARAMETER,
                object,
                Quotes.quote(name) + what + all(missing),
                null,
                AwsReport.of("The field '" + missing.get(0) + "' is required but was missing", object));
    }

    private static String all(List<String> parameters) {
        List<String> quoted = parameters.stream().map(Quotes::quote).toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    private static final class Arguments implements DataFlow.Visitor<Optional<Template>> {

        @Override
        public Optional<Template> paths(DataFlow.Paths flow) {
            return Optional.ofNullable(flow.parameters());
        }

        @Override
        public Optional<Template> queries(DataFlow.Queries flow) {
            return Optional.ofNullable(flow.arguments());
        }
    }

    /** The object that a template was written as; empty: it is no object. */
    private static final class Source implements Template.Visitor<Optional<JsonObject>> {

        @Override
        public Optional<JsonObject> literal(Template.Literal template) {
            return template.value() instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        }

        @Override
        public Optional<JsonObject> object(Template.ObjectTemplate template) {
            return Optional.of(template.source());
        }

        @Override
        public Optional<JsonObject> array(Template.ArrayTemplate template) {
            return Optional.empty();
        }

        @Override
        public Optional<JsonObject> path(Template.PathValue template) {
            return Optional.empty();
        }

        @Override
        public Optional<JsonObject> call(Template.CallValue template) {
            return Optional.empty();
        }

        @Override
        public Optional<JsonObject> query(Template.QueryValue template) {
            return Optional.empty();
        }
    }
}
