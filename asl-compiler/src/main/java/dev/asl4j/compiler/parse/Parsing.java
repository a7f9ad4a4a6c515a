package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;

/**
 * What holds for a whole definition while it is read.
 *
 * @param jsonata the machine's query language is not JSONPath: what its states hold cannot be judged in this release
 */
record Parsing(Diagnostics diagnostics, boolean jsonata) {

    /**
     * Reports a part of the language that this release does not compile.
     *
     * @param what the subject of the sentence: {@code the field "Assign"}
     */
    void notSupportedYet(Subject subject, String what) {
        diagnostics.report(Code.NOT_SUPPORTED_YET, subject, what + " is not supported yet");
    }
}
