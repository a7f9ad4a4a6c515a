/**
 * The task {@code arn:aws:states:::http:invoke}, over the JDK's HTTP client. In go the parameters of the state and what is registered for
 * its connection, out comes the response as Step Functions gives it, or a failure under AWS's names.
 */
@NullMarked
package dev.asl4j.runtime.http;

import org.jspecify.annotations.NullMarked;
