package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Classes of imported .proto files that the module's dependencies already have. A second copy of them would be two classes of one name, and on
 * the module path two modules with one package.
 */
final class ShippedClasses {
    /** In the comment at the top of a struct's source; enums have none. */
    private static final Pattern FINGERPRINT = Pattern.compile("^// Fingerprint 0x([0-9a-f]{16})$", Pattern.MULTILINE);

    /** Begins a {@code CONSTANT_Long} in the constant pool of a class file. */
    private static final byte LONG_TAG = 5;

    private final List<Dependency> dependencies;
    private final Lookups lookups;
    private final Log log;

    /** @param lookups is told what the result depends on */
    ShippedClasses(List<Dependency> dependencies, Lookups lookups, Log log) {
        this.dependencies = dependencies;
        this.lookups = lookups;
        this.log = log;
    }

    /** What remains to be written; files of the requested .proto files always do. */
    Generated without(Generated generated, Set<String> requested) throws IOException {
        try {
            return generated.withoutShipped(Language.JAVA, requested, this::isShipped);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isShipped(String path, String text) {
        try {
            for (Dependency dependency : dependencies) {
                Boolean same = hasSame(dependency, path, text);
                if (same != null) {
                    if (!same) {
                        warn(dependency, path);
                    }
                    return same;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where the dependency has no such class. The source of a module of this build is newer than its classes. */
    private @Nullable Boolean hasSame(Dependency dependency, String path, String text) throws IOException {
        String source = dependency.source(path, lookups);
        if (source != null) {
            return isSameStruct(source, text);
        }
        ByteBuffer classFile = dependency.classFile(className(path) + ".class", lookups);
        return classFile == null ? null : hasFingerprintOf(classFile, text);
    }

    private static String className(String path) {
        return path.substring(0, path.length() - ".java".length());
    }

    private void warn(Dependency dependency, String path) {
        log.warn(dependency.name() + " has another layout of "
                + className(path).replace('/', '.')
                + " than its .proto gives here, so that it is generated again"
                + "\n   help: set the same options in both, in the .proto file or in a side file that is in the jar; "
                + "or leave the dependency out of the class path");
    }

    /** Another version of the generator may write another text of the same struct. */
    private static boolean isSameStruct(String source, String text) {
        Matcher mine = FINGERPRINT.matcher(text);
        Matcher theirs = FINGERPRINT.matcher(source);
        return mine.find() ? theirs.find() && theirs.group(1).equals(mine.group(1)) : !theirs.find();
    }

    /** A generated class gives its fingerprint to the runtime, as a constant. */
    private static boolean hasFingerprintOf(ByteBuffer classFile, String text) {
        Matcher mine = FINGERPRINT.matcher(text);
        if (!mine.find()) {
            return true;
        }
        long fingerprint = Long.parseUnsignedLong(mine.group(1), 16);
        for (int at = 0; at + Long.BYTES < classFile.limit(); at++) {
            if (classFile.get(at) == LONG_TAG && classFile.getLong(at + 1) == fingerprint) {
                return true;
            }
        }
        return false;
    }
}
