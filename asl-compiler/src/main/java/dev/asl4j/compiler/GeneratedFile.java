package dev.asl4j.compiler;

/**
 * One file that a compilation produced: a Java source file, or a page.
 *
 * @param path its path below the output root, with {@code /} between the parts: {@code com/acme/Order.java}, {@code com/acme/order.md}
 * @param content its text; to be written as UTF-8, with the line feeds it has
 * @param definition the {@link Definition#path() path} of the definition it came from, or the path of the file with the schemas that it was made from
 */
public record GeneratedFile(String path, String content, String definition) {}
