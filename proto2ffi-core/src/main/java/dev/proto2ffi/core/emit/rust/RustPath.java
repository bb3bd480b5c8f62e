package dev.proto2ffi.core.emit.rust;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a type stands in the module tree.
 *
 * @param module names of the modules from the root of the tree, which is wherever the user mounts it
 * @param name of the type
 */
public record RustPath(List<String> module, String name) {
    public RustPath {
        module = List.copyOf(module);
    }

    /** How code in the module {@code from} refers to it: {@code Post}, {@code super::social::Post}. */
    String seenFrom(List<String> from) {
        int common = 0;
        while (common < from.size()
                && common < module.size()
                && from.get(common).equals(module.get(common))) {
            common++;
        }
        List<String> steps = new ArrayList<>();
        for (int i = common; i < from.size(); i++) {
            steps.add("super");
        }
        steps.addAll(module.subList(common, module.size()));
        steps.add(name);
        return String.join("::", steps);
    }

    /** The path from the root of the tree, such as {@code social::Post}. */
    @Override
    public String toString() {
        return module.isEmpty() ? name : String.join("::", module) + "::" + name;
    }
}
