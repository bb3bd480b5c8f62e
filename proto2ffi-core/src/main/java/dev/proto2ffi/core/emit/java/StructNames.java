package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import java.util.Map;

/**
 * The settled names of a struct's class.
 *
 * @param type the class
 * @param handles the class in it that holds its VarHandles
 * @param elements the class in it of its arrays
 * @param iterator the class in it that walks over them
 * @param presence constant with the offset of its presence words
 * @param fields by the fields' names in the schema
 * @param oneofs by the oneofs' names in the schema
 * @param snapshot of its snapshot
 * @param maps the classes in it of its maps, by the fields' names in the schema
 */
record StructNames(
        ClassName type,
        ClassName handles,
        ClassName elements,
        ClassName iterator,
        String presence,
        Map<String, FieldNames> fields,
        Map<String, OneofNames> oneofs,
        SnapshotNames snapshot,
        Map<String, ClassName> maps) {}
