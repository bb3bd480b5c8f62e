package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settled names of a struct's snapshot.
 *
 * @param type the class
 * @param builder the class in it that builds one, where it is no record
 * @param components by the fields' names in the schema, those of oneofs left out
 * @param constants the methods that answer an enum field as constant, by the fields' names
 * @param oneofs by the oneofs' names in the schema
 * @param build the builder's last method
 * @param values a method with all values, where it is no record
 */
record SnapshotNames(
        ClassName type,
        ClassName builder,
        Map<String, String> components,
        Map<String, String> constants,
        Map<String, OneofSnapshotNames> oneofs,
        String build,
        String values) {

    /**
     * The settled names of a oneof in a snapshot.
     *
     * @param type the interface
     * @param component of the snapshot
     * @param members the records, by the fields' names in the schema
     */
    record OneofSnapshotNames(ClassName type, String component, Map<String, ClassName> members) {}

    /**
     * What a record has by itself, and what its components can't be called; also the packages that types are named by where
     * their simple names are taken: Java would see the component instead.
     */
    private static final Set<String> RESERVED = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "java",
            "dev");

    /** Classes that a snapshot's code names, folded: what it nests must not hide them. */
    private static final Set<String> FOREIGN = Set.of(
            "boolean",
            "bytes",
            "double",
            "float",
            "integer",
            "list",
            "long",
            "map",
            "object",
            "override",
            "segmentallocator",
            "string");

    /**
     * Settles them.
     *
     * @param type of the snapshot, settled
     * @param named folded names that the types of components begin with, which nested classes must not hide
     */
    static SnapshotNames settle(StructDef struct, ClassName type, Set<String> named) {
        Set<String> reserved = new HashSet<>(RESERVED);
        struct.fields().forEach(field -> reserved.addAll(enumWords(field.type())));
        Claims methods = new Claims(reserved);
        Map<String, String> components = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        for (FieldDef field : struct.fields()) {
            if (field.oneof() == null) {
                components.put(field.name(), methods.claim(Identifiers.accessor(field.name())));
            }
        }
        Set<String> types = new HashSet<>(FOREIGN);
        types.addAll(named);
        type.simpleNames().forEach(name -> types.add(fold(name)));
        ClassName builder = type.nestedClass(free("Builder", types));
        Map<String, OneofSnapshotNames> oneofs = new HashMap<>();
        for (OneofDef oneof : struct.oneofs()) {
            String accessor = Identifiers.accessor(oneof.name());
            ClassName choice = type.nestedClass(free(Identifiers.upperFirst(accessor), types));
            oneofs.put(oneof.name(), oneof(struct, oneof, choice, methods.claim(accessor)));
        }
        for (FieldDef field : struct.fields()) {
            if (components.containsKey(field.name()) && SnapshotTypes.isEnum(field.type())) {
                String constant = components.get(field.name());
                components.put(field.name(), methods.claim(constant + SnapshotTypes.enumSuffix(field.type())));
                constants.put(field.name(), constant);
            }
        }
        return new SnapshotNames(
                type, builder, components, constants, oneofs, methods.claim("build"), methods.claim("values"));
    }

    private static OneofSnapshotNames oneof(StructDef struct, OneofDef oneof, ClassName type, String component) {
        Set<String> types = new HashSet<>(FOREIGN);
        type.simpleNames().forEach(name -> types.add(fold(name)));
        Map<String, ClassName> members = new HashMap<>();
        for (FieldDef field : struct.membersOf(oneof)) {
            String name = Identifiers.upperFirst(Identifiers.accessor(field.name()));
            members.put(field.name(), type.nestedClass(free(name, types)));
        }
        return new OneofSnapshotNames(type, component, members);
    }

    /** The first words of the enum's class as code may write it: Java would see a component of that name instead. */
    private static List<String> enumWords(FieldType type) {
        if (!(type instanceof FieldType.EnumValue value)) {
            return List.of();
        }
        return Arrays.stream(value.definition().fullName().split("\\.", -1))
                .flatMap(word -> Stream.of(word, Identifiers.type(word)))
                .toList();
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        while (!taken.add(fold(candidate))) {
            candidate += "_";
        }
        return candidate;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
