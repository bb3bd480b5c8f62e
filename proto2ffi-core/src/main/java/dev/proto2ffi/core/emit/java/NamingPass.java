package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles every Java name before anything is printed. Who comes first keeps its name, others take underscores until
 * they are free; names from the schema come before those that the generator adds. Types are told apart without regard
 * to case, since their class files may meet on a file system that ignores it.
 */
final class NamingPass {
    private final Diagnostics diagnostics;
    private final Map<String, StructNames> structs = new HashMap<>();
    private final Map<String, EnumNames> enums = new HashMap<>();
    /** Folded qualified names of top-level classes, and the file and place that took them. */
    private final Map<String, Owner> topLevel = new HashMap<>();

    private record Owner(String file, String fullName, Span span) {}

    private NamingPass(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * @param diagnostics takes an error for classes of two files that would have one name
     */
    static JavaNames settle(Schema schema, Diagnostics diagnostics) {
        NamingPass pass = new NamingPass(diagnostics);
        schema.files().forEach(pass::file);
        return JavaNames.of(pass.structs, pass.enums);
    }

    private void file(FileDef file) {
        String javaPackage = Arrays.stream(file.javaPackage().split("\\."))
                .map(Identifiers::legal)
                .collect(Collectors.joining("."));
        String packageName = file.javaPackage().isEmpty() ? "" : javaPackage;
        for (StructDef struct : file.structs()) {
            struct(struct, claim(packageName, struct.name(), file, struct.fullName(), struct.span()));
        }
        for (EnumDef enumeration : file.enums()) {
            enumeration(
                    enumeration,
                    claim(packageName, enumeration.name(), file, enumeration.fullName(), enumeration.span()));
        }
    }

    private ClassName claim(String packageName, String name, FileDef file, String fullName, Span span) {
        String free = Identifiers.type(name);
        while (true) {
            ClassName type = ClassName.get(packageName, free);
            Owner owner = topLevel.putIfAbsent(fold(type.canonicalName()), new Owner(file.path(), fullName, span));
            if (owner == null) {
                return type;
            }
            if (!owner.file.equals(file.path())) {
                diagnostics.add(Diagnostic.error(
                                "java-name-collision",
                                span,
                                "the Java class of " + fullName + " would be " + type.canonicalName()
                                        + ", like that of " + owner.fullName)
                        .withLabel(owner.span, "the other one")
                        .withHelp("give one of the files another (proto2ffi.file).java_package"));
                return type;
            }
            free += "_";
        }
    }

    private void struct(StructDef struct, ClassName type) {
        Set<String> nested = new HashSet<>();
        type.simpleNames().forEach(name -> nested.add(fold(name)));
        List<ClassName> structTypes =
                nest(type, struct.structs().stream().map(StructDef::name).toList(), nested);
        List<ClassName> enumTypes =
                nest(type, struct.enums().stream().map(EnumDef::name).toList(), nested);
        MemberNaming members = new MemberNaming(struct);
        Map<String, FieldNames> fields = members.fields();
        ClassName handles = type.nestedClass(free("Handles", nested));
        ClassName elements = type.nestedClass(free("Elements", nested));
        ClassName each = type.nestedClass(free("Each", nested));
        SnapshotNames snapshot = SnapshotNames.settle(struct, type.nestedClass(free("Snapshot", nested)));
        Map<String, ClassName> maps = new HashMap<>();
        for (FieldDef field : struct.fields()) {
            if (MapShape.isMap(field)) {
                String name = Identifiers.upperFirst(fields.get(field.name()).accessor()) + "Map";
                maps.put(field.name(), type.nestedClass(free(name, nested)));
            }
        }
        structs.put(
                struct.fullName(),
                new StructNames(
                        type,
                        handles,
                        elements,
                        each,
                        members.presence(),
                        fields,
                        members.oneofs(name -> type.nestedClass(free(name, nested))),
                        snapshot,
                        maps));
        for (int i = 0; i < structTypes.size(); i++) {
            struct(struct.structs().get(i), structTypes.get(i));
        }
        for (int i = 0; i < enumTypes.size(); i++) {
            enumeration(struct.enums().get(i), enumTypes.get(i));
        }
    }

    private static List<ClassName> nest(ClassName outer, List<String> names, Set<String> taken) {
        List<ClassName> types = new ArrayList<>();
        for (String name : names) {
            types.add(outer.nestedClass(free(Identifiers.type(name), taken)));
        }
        return types;
    }

    /** The name with as many underscores as make it differ from all taken ones, whatever their case; then taken. */
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

    private void enumeration(EnumDef enumeration, ClassName type) {
        // Generated code says Color.RED; of a constant Color.Color javac would take the first word for the constant.
        Claims claims = new Claims(Set.of(type.simpleName()));
        Map<String, String> constants = new HashMap<>();
        for (EnumValueDef value : enumeration.values()) {
            constants.put(value.name(), claims.claim(Identifiers.legal(value.name())));
        }
        enums.put(enumeration.fullName(), EnumNames.of(type, constants, claims));
    }
}
