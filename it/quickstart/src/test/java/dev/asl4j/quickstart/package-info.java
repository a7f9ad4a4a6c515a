/** Tests of the quickstart: what it prints, and the same workflow under load. All in virtual time. */
@NullMarked
package dev.asl4j.quickstart;

import org.jspecify.annotations.NullMarked;
