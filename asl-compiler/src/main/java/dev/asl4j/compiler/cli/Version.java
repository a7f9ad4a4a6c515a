package dev.asl4j.compiler.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest of the archive. */
final class Version implements IVersionProvider {

    /** For example {@code 1.2.0}; {@code development} if the classes come from no archive. */
    static String number() {
        String version = Aslc.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"aslc " + number() + " (Java " + Runtime.version() + ")"};
    }
}
