package dev.proto2ffi.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * What a goal compiles: .proto files, or some of the files in a descriptor set.
 *
 * @param files paths, or names in the set
 * @param names import names of these
 * @param descriptorSet null for .proto files
 */
record Input(
        Sources sources,
        List<Path> files,
        Set<String> names,
        @Nullable Path descriptorSet) {
    static Input of(List<Path> roots, List<String> includes, List<String> excludes) throws IOException {
        Sources sources = Sources.find(roots, includes, excludes);
        return new Input(sources, sources.files(), sources.importNames(), null);
    }

    static Input of(@Nullable File descriptorSet, List<String> files, Input otherwise) throws MojoFailureException {
        if (descriptorSet == null) {
            if (!files.isEmpty()) {
                throw new MojoFailureException(
                        "<files> names files of a descriptor set, and there is no <descriptorSet>"
                                + "\n   help: .proto files are chosen by <includes>");
            }
            return otherwise;
        }
        if (files.isEmpty()) {
            throw new MojoFailureException("no <files> are named to take from " + descriptorSet
                    + "\n   help: name those that structs are wanted of, such as <file>social/post.proto</file>");
        }
        return new Input(
                otherwise.sources(), files.stream().map(Path::of).toList(), Set.copyOf(files), descriptorSet.toPath());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What an output directory knows the run by. */
    List<Path> identity() {
        return descriptorSet == null ? files : List.of(descriptorSet);
    }

    /** Says what can't be seen in the outputs: patterns that chose nothing. */
    void warnOfIdlePatterns(Messages messages) {
        for (String pattern : sources.idleIncludes()) {
            messages.log()
                    .warn(
                            "<include>" + pattern + "</include> matches no .proto file in " + sources.roots()
                                    + "\n   help: patterns are Ant's, relative to these directories, such as social/**/*.proto");
        }
    }
}
