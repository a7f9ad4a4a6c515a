package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;

/** What AWS says about the fields of an object, word for word; it places most of it at the object, not at the field. */
final class AwsWords {

    private AwsWords() {}

    static AwsReport required(List<String> fields, Subject object) {
        return AwsReport.of("These fields are required: " + fields, object);
    }

    static AwsReport notSupported(String field, Subject object) {
        return AwsReport.of("Field '" + field + "' is not supported", object);
    }

    /** More than one of the fields is there. */
    static AwsReport tooMany(List<String> fields, Subject object) {
        return AwsReport.of("There should only be one of the following fields: " + fields, object);
    }

    /** None of the fields is there. */
    static AwsReport none(List<String> fields, Subject object) {
        return AwsReport.of("This object should have only one of the following fields: " + fields, object);
    }

    static AwsReport notOneOf(List<String> values, Subject value) {
        return AwsReport.of("Value should be one of the following: " + values, value);
    }

    static AwsReport empty(Subject value) {
        return AwsReport.of("Value cannot be empty", value);
    }

    static AwsReport missing(String field, Subject object) {
        return AwsReport.of("The field '" + field + "' is required but was missing", object);
    }
}
