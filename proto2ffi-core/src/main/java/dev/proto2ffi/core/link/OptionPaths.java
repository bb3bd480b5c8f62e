package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.OptionNode;
import org.jspecify.annotations.Nullable;

/** What the interpretation of options tells about where each option ended up. */
@FunctionalInterface
public interface OptionPaths {
    /**
     * The path of an option inside its options message: field numbers, and behind a repeated field the index of the
     * element; such as {@code [50000, 1]}. Not asked for {@code default} and {@code json_name} of fields.
     *
     * @param option by identity: equal nodes at different places are different options
     * @return null where the option left nothing behind
     */
    int @Nullable [] of(OptionNode option);
}
