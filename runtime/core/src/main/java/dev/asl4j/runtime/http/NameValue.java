package dev.asl4j.runtime.http;

/** A header, a query parameter or a field of a form; prints no value, since it may be a secret. */
record NameValue(String name, String value) {
    @Override
    public String toString() {
        return name;
    }
}
