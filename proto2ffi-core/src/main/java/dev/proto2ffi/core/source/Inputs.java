package dev.proto2ffi.core.source;

import java.util.List;

/**
 * What there is to compile, and where its imports are.
 *
 * @param roots the files that were asked for, each once, in the order of the arguments
 */
public record Inputs(List<SourceFile> roots, ImportPath imports) {
    public Inputs {
        roots = List.copyOf(roots);
    }
}
