package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A module that a proto package or the option {@code rust_module} makes, or the root of the tree; a file of its own. */
final class RustModule {
    private final List<String> path;
    private final TreeMap<String, RustModule> children = new TreeMap<>();
    private final List<FileDef> files = new ArrayList<>();

    private RustModule(List<String> path) {
        this.path = List.copyOf(path);
    }

    /** The root, with all modules that the files need; files of one package share a module. */
    static RustModule treeOf(List<FileDef> files) {
        RustModule root = new RustModule(List.of());
        for (FileDef file : files) {
            if (file.structs().isEmpty()
                    && file.enums().isEmpty()
                    && file.services().isEmpty()) {
                continue;
            }
            RustModule module = root;
            for (String segment : segments(file)) {
                module = module.child(segment);
            }
            module.files.add(file);
        }
        return root;
    }

    private RustModule child(String segment) {
        List<String> childPath = new ArrayList<>(path);
        childPath.add(segment);
        return children.computeIfAbsent(segment, name -> new RustModule(childPath));
    }

    private static List<String> segments(FileDef file) {
        String named = file.rustModule();
        String[] parts =
                named != null ? named.split("::", -1) : file.protoPackage().split("\\.", -1);
        List<String> segments = new ArrayList<>();
        for (String part : parts) {
            // What can't be a name in an option that the emitter reports becomes one for those who ask for names only.
            String name = RustWords.snake(part.replaceAll("[^A-Za-z0-9_]", "_"));
            if (!part.isEmpty()) {
                segments.add(RustWords.isReservedForModules(name) ? name + "_" : name);
            }
        }
        return segments;
    }

    /** Names from the root; empty for the root. */
    List<String> path() {
        return path;
    }

    /** By name. */
    Iterable<RustModule> children() {
        return children.values();
    }

    List<FileDef> files() {
        return files;
    }

    /** The last name of the path, which the root doesn't have. */
    String name() {
        return path.get(path.size() - 1);
    }

    /** Top-level messages of all its files. */
    List<StructDef> structs() {
        return files.stream().flatMap(file -> file.structs().stream()).toList();
    }

    /** Services of all its files. */
    List<ServiceDef> services() {
        return files.stream().flatMap(file -> file.services().stream()).toList();
    }

    /** Top-level enums of all its files. */
    List<EnumDef> enums() {
        return files.stream().flatMap(file -> file.enums().stream()).toList();
    }
}
