/** What the verification scripts below {@code src/it} share: a project to change and build again, and its builds to look at. */
@NullMarked
package dev.asl4j.it.plugin;

import org.jspecify.annotations.NullMarked;
