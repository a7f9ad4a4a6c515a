package dev.asl4j.compiler.document;

/**
 * A page.
 *
 * @param path below the folder of all pages, with {@code /} between the parts: {@code com/acme/order.md}
 * @param text in Markdown, with an LF at the end of each line
 * @param definition the path of the definition that it is about; of the list of all pages that of the first
 */
public record Page(String path, String text, String definition) {}
