package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.GeneratorBuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Which proto2ffi this is. */
final class Version implements IVersionProvider {
    /** As git shows it by default, and a few more, so that it stays unique. */
    private static final int COMMIT_DIGITS = 12;

    /** Such as {@code 0.1.0}. */
    static String number() {
        return GeneratorBuild.version();
    }

    @Override
    public String[] getVersion() {
        @Nullable String commit = GeneratorBuild.commit();
        return new String[] {
            "proto2ffi " + number() + (commit == null ? "" : " (" + shortened(commit) + ")"),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
        };
    }

    private static String shortened(String commit) {
        return commit.length() <= COMMIT_DIGITS ? commit : commit.substring(0, COMMIT_DIGITS);
    }
}
