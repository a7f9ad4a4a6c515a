package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.SucceedState;

/** Reads the states that end their scope by their type: Succeed and Fail. */
final class EndParser {

    private EndParser() {}

    static SucceedState parseSucceed(StateReader reader) {
        reader.draft().terminal();
        DataFlow dataFlow = reader.inputAndOutput();
        reader.done(Fields.SUCCEED);
        return new SucceedState(reader.heading(), dataFlow);
    }

    static FailState parseFail(StateReader reader) {
        reader.draft().terminal();
        FailText error = reader.fields().failText("Error");
        FailText cause = reader.fields().failText("Cause");
        reader.done(Fields.FAIL);
        return new FailState(reader.heading(), error, cause);
    }
}
