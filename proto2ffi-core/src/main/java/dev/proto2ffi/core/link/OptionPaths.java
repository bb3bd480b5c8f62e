package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.OptionNode;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where the options of one file ended up, for its source code info. */
final class OptionPaths {
    /** By identity: equal nodes at different places are different options. */
    private final IdentityHashMap<OptionNode, int[]> paths = new IdentityHashMap<>();

    /** Options of declarations that keep none of theirs. */
    private final IdentityHashMap<OptionNode, Boolean> dropped = new IdentityHashMap<>();

    /** @param strip whether options with retention SOURCE are left out */
    OptionPaths(FileUnit file, boolean strip) {
        for (OptionSet set : file.optionSets) {
            boolean empty = strip && set.isEmptied();
            for (OptionNode node : set.nodes) {
                OptionSet.Landing landing = set.landings.get(node);
                if (landing != null && !(strip && landing.isSourceOnly())) {
                    paths.put(node, landing.path());
                }
                if (empty) {
                    dropped.put(node, true);
                }
            }
        }
    }

    /**
     * The path of an option inside its options message: field numbers, and behind a repeated field the index of the
     * element; such as {@code [50000, 1]}.
     *
     * @return null where the option was left out
     */
    int @Nullable [] of(OptionNode option) {
        return paths.get(option);
    }

    /** Whether the options message that the option is written in is left out as a whole. */
    boolean isDropped(OptionNode option) {
        return dropped.containsKey(option);
    }
}
