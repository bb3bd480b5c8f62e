package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles every Java name before anything is printed. Who comes first keeps its name, others take underscores until
 * they are free; names from the schema come before those that the generator adds. Types are told apart without regard
 * to case, since their class files may meet on a file system that ignores it.
 */
final class NamingPass {
    private final Diagnostics diagnostics;
    private final Map<String, StructNames> structs = new HashMap<>();
    private final Map<String, EnumNames> enums = new HashMap<>();
    private final Map<String, ServiceNames> services = new HashMap<>();
    private final Map<String, StructDef> definitions = new HashMap<>();
    /** The classes, by the full names of messages, enums and services. */
    private final Map<String, ClassName> types = new HashMap<>();
    /** Folded names that a message's class can't nest another class by, by the messages' full names. */
    private final Map<String, Set<String>> taken = new HashMap<>();
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
        schema.files().forEach(pass::types);
        schema.files().forEach(file -> pass.members(file.structs(), file.enums()));
        schema.services().forEach(pass::service);
        return JavaNames.of(pass.structs, pass.enums, pass.services);
    }

    /** Settles the classes of messages, enums and services, which what is in them must know. */
    private void types(FileDef file) {
        String javaPackage = Arrays.stream(file.javaPackage().split("\\."))
                .map(Identifiers::legal)
                .collect(Collectors.joining("."));
        String packageName = file.javaPackage().isEmpty() ? "" : javaPackage;
        for (StructDef struct : file.structs()) {
            nest(struct, claim(packageName, struct.name(), file, struct.fullName(), struct.span()));
        }
        for (EnumDef enumeration : file.enums()) {
            types.put(
                    enumeration.fullName(),
                    claim(packageName, enumeration.name(), file, enumeration.fullName(), enumeration.span()));
        }
        for (ServiceDef service : file.services()) {
            types.put(service.fullName(), claim(packageName, service.name(), file, service.fullName(), service.span()));
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

    private void service(ServiceDef service) {
        ClassName type = type(service.fullName());
        services.put(
                service.fullName(),
                ServiceNaming.settle(
                        service,
                        type,
                        beside(type, "Client", service),
                        beside(type, "Description", service),
                        this::type));
    }

    /** A class that no user names, which therefore yields to those of all files. */
    private ClassName beside(ClassName type, String suffix, ServiceDef service) {
        String name = type.simpleName() + suffix;
        ClassName beside = type.peerClass(name);
        Owner owner = new Owner(service.file(), service.fullName(), service.span());
        while (topLevel.putIfAbsent(fold(beside.canonicalName()), owner) != null) {
            name += "_";
            beside = type.peerClass(name);
        }
        return beside;
    }

    private void nest(StructDef struct, ClassName type) {
        definitions.put(struct.fullName(), struct);
        types.put(struct.fullName(), type);
        Set<String> nested = new HashSet<>();
        type.simpleNames().forEach(name -> nested.add(fold(name)));
        taken.put(struct.fullName(), nested);
        List<ClassName> inner = struct.structs().stream()
                .map(each -> type.nestedClass(free(Identifiers.type(each.name()), nested)))
                .toList();
        for (EnumDef enumeration : struct.enums()) {
            types.put(enumeration.fullName(), type.nestedClass(free(Identifiers.type(enumeration.name()), nested)));
        }
        for (int i = 0; i < inner.size(); i++) {
            nest(struct.structs().get(i), inner.get(i));
        }
    }

    private void members(List<StructDef> fromStructs, List<EnumDef> fromEnums) {
        for (StructDef struct : fromStructs) {
            struct(struct, type(struct.fullName()), Objects.requireNonNull(taken.get(struct.fullName())));
            members(struct.structs(), struct.enums());
        }
        fromEnums.forEach(enumeration -> enumeration(enumeration, type(enumeration.fullName())));
    }

    private ClassName type(String fullName) {
        return Objects.requireNonNull(types.get(fullName), fullName);
    }

    private void struct(StructDef struct, ClassName type, Set<String> nested) {
        MemberNaming members = new MemberNaming(struct);
        Map<String, FieldNames> fields = members.fields();
        ClassName handles = type.nestedClass(free("Handles", nested));
        ClassName elements = type.nestedClass(free("Elements", nested));
        ClassName each = type.nestedClass(free("Each", nested));
        SnapshotNames snapshot =
                SnapshotNames.settle(struct, type.nestedClass(free("Snapshot", nested)), namedByComponents(struct));
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
    }

    /**
     * The simple names of all classes that the header of the struct's snapshot may name, of outer ones as well. They are
     * looked up in the snapshot, so what it nests would hide them. Oneofs are left out: their records nest nothing.
     */
    private Set<String> namedByComponents(StructDef struct) {
        Set<String> named = new HashSet<>();
        for (FieldDef field : struct.fields()) {
            String reached = field.oneof() == null ? reachedStruct(field.type()) : null;
            if (reached != null) {
                type(reached).simpleNames().forEach(name -> named.add(fold(name)));
            }
        }
        return named;
    }

    /** The message of a field's values, those of a map as well; null where they are none. */
    private @Nullable String reachedStruct(FieldType type) {
        FieldType element = type.element() == null ? type : type.element();
        return element instanceof FieldType.MapEntry entry
                ? reachedStruct(Objects.requireNonNull(definitions.get(entry.structName()))
                        .fields()
                        .get(1)
                        .type())
                : element.reachedStruct();
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
