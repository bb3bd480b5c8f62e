package dev.proto2ffi.core.emit;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.SchemaLayout;
import java.util.List;

/** A target language. Emitters are pure: the same layout and options give the same text, byte for byte. */
public interface Emitter {
    /** Short name of the target, as in {@code --java-out}. */
    String target();

    /**
     * The files for all structs and enums of the schema, in a stable order.
     *
     * @param diagnostics takes what this target can't express, such as two names that it can't tell apart
     */
    List<OutputFile> emit(SchemaLayout layout, Generator generator, Diagnostics diagnostics);
}
