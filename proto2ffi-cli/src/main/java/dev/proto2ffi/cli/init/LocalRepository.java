package dev.proto2ffi.cli.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Maven keeps what it has downloaded and what was installed on this machine.
 *
 * @param directory whether it is there or not
 */
public record LocalRepository(Path directory) {
    private static final Pattern ELSEWHERE = Pattern.compile("-Dmaven\\.repo\\.local=(\\S+)");

    /** As Maven finds it, but for what is in a settings.xml. */
    public static LocalRepository find(Map<String, String> environment, Path home) {
        for (String variable : new String[] {"MAVEN_ARGS", "MAVEN_OPTS"}) {
            Matcher elsewhere = ELSEWHERE.matcher(environment.getOrDefault(variable, ""));
            if (elsewhere.find()) {
                return new LocalRepository(Path.of(elsewhere.group(1)));
            }
        }
        return new LocalRepository(home.resolve(".m2").resolve("repository"));
    }

    /** Whether a version of the Maven plugin and of the runtime are in it. */
    public boolean has(String version) {
        return hasJar("proto2ffi-maven-plugin", version) && hasJar("proto2ffi-runtime", version);
    }

    private boolean hasJar(String artifact, String version) {
        return Files.isRegularFile(directory
                .resolve("dev/proto2ffi")
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar"));
    }
}
