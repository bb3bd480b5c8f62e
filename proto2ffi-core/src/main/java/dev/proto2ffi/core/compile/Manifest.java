package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.text.DisplayText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs generated into one directory: the file {@value #FILE_NAME} in it.
 *
 * <pre>
 * run java
 * source ../proto/social.proto
 * output 9f86d081… social/ffi/Post.java
 * </pre>
 *
 * <p>Sorted, without dates or absolute paths where a relative one is possible, so that it may be committed. Lines that
 * it doesn't understand are skipped: what is not listed is merely not removed.
 */
final class Manifest {
    static final String FILE_NAME = ".proto2ffi-manifest";

    private static final String HEADER =
            "# Written by proto2ffi: what it generated here, so that it can remove what it no longer generates.\n";

    /**
     * What one command generated.
     *
     * @param language in lower case
     * @param sources the .proto files that were asked for, relative to the directory of the manifest
     * @param outputs paths relative to that directory, and the hash of the content
     */
    record Run(String language, Set<String> sources, Map<String, String> outputs) {
        Run(String language) {
            this(language, new TreeSet<>(), new TreeMap<>());
        }
    }

    private final List<Run> runs = new ArrayList<>();

    static Manifest parse(String text) {
        Manifest manifest = new Manifest();
        Run run = null;
        for (String line : text.split("\n", -1)) {
            int space = line.indexOf(' ');
            String key = space < 0 ? line : line.substring(0, space);
            String value = line.substring(space + 1);
            if (key.equals("run")) {
                run = new Run(value);
                manifest.runs.add(run);
            } else if (run != null && key.equals("source")) {
                run.sources().add(value);
            } else if (run != null && key.equals("output") && value.indexOf(' ') > 0) {
                int end = value.indexOf(' ');
                run.outputs().put(value.substring(end + 1), value.substring(0, end));
            }
        }
        return manifest;
    }

    List<Run> runs() {
        return runs;
    }

    /** The hash under which a path is listed, or null. */
    @Nullable String hashOf(String path) {
        for (Run run : runs) {
            String hash = run.outputs().get(path);
            if (hash != null) {
                return hash;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(HEADER);
        runs.stream().map(Manifest::text).sorted().forEach(out::append);
        return out.toString();
    }

    private static String text(Run run) {
        StringBuilder out = new StringBuilder("run ").append(run.language()).append('\n');
        run.sources()
                .forEach(source -> out.append("source ")
                        .append(DisplayText.visible(source))
                        .append('\n'));
        run.outputs()
                .forEach((path, hash) -> out.append("output ")
                        .append(hash)
                        .append(' ')
                        .append(path)
                        .append('\n'));
        return out.toString();
    }

    static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
