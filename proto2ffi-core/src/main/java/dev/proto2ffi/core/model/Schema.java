package dev.proto2ffi.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All files of a run that have structs to generate, dependencies before dependents, and their definitions by name. */
public final class Schema {
    private final List<FileDef> files;
    private final List<StructDef> structs = new ArrayList<>();
    private final List<EnumDef> enums = new ArrayList<>();
    private final Map<String, StructDef> structsByName = new HashMap<>();
    private final Map<String, FileDef> filesByPath = new HashMap<>();

    public Schema(List<FileDef> files) {
        this.files = List.copyOf(files);
        for (FileDef file : this.files) {
            filesByPath.put(file.path(), file);
            enums.addAll(file.enums());
            file.structs().forEach(this::add);
        }
    }

    private void add(StructDef struct) {
        structs.add(struct);
        structsByName.put(struct.fullName(), struct);
        enums.addAll(struct.enums());
        struct.structs().forEach(this::add);
    }

    /** Dependencies before dependents. */
    public List<FileDef> files() {
        return files;
    }

    /** All structs, nested ones behind their parents, in declaration order file by file. */
    public List<StructDef> structs() {
        return structs;
    }

    /** All enums, file by file. */
    public List<EnumDef> enums() {
        return enums;
    }

    /** All services, file by file. */
    public List<ServiceDef> services() {
        return files.stream().flatMap(file -> file.services().stream()).toList();
    }

    /** The struct of a message's full name, which must be part of the schema. */
    public StructDef struct(String fullName) {
        StructDef struct = structsByName.get(fullName);
        if (struct == null) {
            throw new IllegalArgumentException("no struct " + fullName);
        }
        return struct;
    }

    /** The file of an import name, which must be part of the schema. */
    public FileDef file(String path) {
        FileDef file = filesByPath.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return file;
    }
}
