package dev.asl4j.runtime.http;

/** How {@code Transform.RequestEncodingOptions.ArrayFormat} writes the elements of an array in a form. */
enum ArrayFormat {
    /** {@code a[0]=x&a[1]=y}. */
    INDICES,
    /** {@code a=x&a=y}. */
    REPEAT,
    /** {@code a=x,y}. */
    COMMAS,
    /** {@code a[]=x&a[]=y}. */
    BRACKETS;

    /** The name of an element. */
    String element(String array, int index) {
        return switch (this) {
            case INDICES -> array + "[" + index + "]";
            case REPEAT, COMMAS -> array;
            case BRACKETS -> array + "[]";
        };
    }
}
