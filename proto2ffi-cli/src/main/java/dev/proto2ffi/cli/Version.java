package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.GeneratorBuild;
import picocli.CommandLine.IVersionProvider;

/** Which proto2ffi this is. */
final class Version implements IVersionProvider {
    /** Such as {@code 0.1.0}. */
    static String number() {
        return GeneratorBuild.version();
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "proto2ffi " + GeneratorBuild.description(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
        };
    }
}
