package dev.asl4j.admin;

import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest of the archive. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Admin.class.getPackage().getImplementationVersion();
        return new String[] {
            "asl4j-admin " + (version == null ? "development" : version) + " (Java " + Runtime.version() + ")"
        };
    }
}
