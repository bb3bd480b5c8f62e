package dev.proto2ffi.examples.layout;

import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the generated classes, as they are at run time. */
final class JavaView {
    private JavaView() {}

    /** The types of all structs of an example, found by the generated source files. */
    static List<StructType<?>> types(Example example) {
        List<StructType<?>> types = new ArrayList<>();
        for (Path file : Example.files(example.sources(), ".java")) {
            String name = file.toString()
                    .replaceFirst("\\.java$", "")
                    .replace(file.getFileSystem().getSeparator(), ".");
            try {
                Class<?> type = Class.forName(name);
                if (Struct.class.isAssignableFrom(type)) {
                    types.add((StructType<?>) type.getField("TYPE").get(null));
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(file + " is generated, but its class isn't there", e);
            }
        }
        return types;
    }

    /** The names of the members of a struct, those that the mapping adds included. */
    static List<String> members(StructType<?> type) {
        return type.layout().memberLayouts().stream()
                .flatMap(member -> member.name().stream())
                .toList();
    }

    static View of(Example example) {
        Map<String, String> facts = new TreeMap<>();
        for (StructType<?> type : types(example)) {
            StructLayout layout = type.layout();
            facts.put(type.name(), "size " + layout.byteSize() + ", align " + layout.byteAlignment());
            for (String member : members(type)) {
                MemoryLayout part = layout.select(PathElement.groupElement(member));
                long offset = layout.byteOffset(PathElement.groupElement(member));
                facts.put(type.name() + " " + member, "offset " + offset + ", size " + part.byteSize());
            }
        }
        return new View("Java", facts);
    }
}
