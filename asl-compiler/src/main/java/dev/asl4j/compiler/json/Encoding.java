package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.Decoded;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;

/** What keeps a file from being read at all, in whichever notation. */
final class Encoding {

    private Encoding() {}

    /** Whether the bytes were not UTF-8, which is then reported. */
    static boolean isBroken(Decoded decoded, Diagnostics diagnostics) {
        SourceFile file = decoded.file();
        return switch (decoded.fault()) {
            case NONE, BYTE_ORDER_MARK -> false;
            case OTHER_ENCODING -> {
                String message = "the file is UTF-16 or UTF-32, by its byte order mark";
                diagnostics.report(Code.BROKEN_ENCODING, file.location(0, 0), "", message, "save it as UTF-8");
                yield true;
            }
            case BROKEN -> {
                int end = file.text().length();
                Location location = file.location(end - 1, end);
                String hint = "save the file as UTF-8";
                diagnostics.report(Code.BROKEN_ENCODING, location, "", "this byte is not UTF-8", hint);
                yield true;
            }
        };
    }

    static void reportLength(SourceFile file, Diagnostics diagnostics) {
        String message =
                "the definition has more than " + JsonReader.MAX_LENGTH + " characters, which is all that AWS accepts";
        diagnostics.report(Code.TOO_LARGE, file.location(0, 0), "", message, null);
    }

    /** Whether a string has one half of a surrogate pair: it cannot be written down again in any encoding. */
    static boolean hasHalfPair(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
