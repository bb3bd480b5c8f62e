package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All names of the generated Rust code, settled before anything is printed.
 *
 * <p>Messages and enums become {@code UpperCamelCase}, modules {@code snake_case}, enum constants
 * {@code UPPER_SNAKE_CASE}; fields keep their names. What is nested in message {@code Post} stands in the module
 * {@code post}, as with prost. A keyword, and whatever comes second in its namespace, takes trailing underscores.
 * Immutable; safe for use by many threads.
 */
public final class RustNames {
    private static final String SUPPORT = "p2f";

    private final RustModule root;
    private final String support;
    private final Map<String, RustPath> types = new HashMap<>();
    private final Map<String, List<String>> nestedModules = new HashMap<>();
    private final Map<String, Map<String, String>> constants = new HashMap<>();
    private final Map<String, StructNames> structs = new HashMap<>();
    private final Map<String, RustPath> oneofTypes = new HashMap<>();
    private final Map<String, ServiceNames> services = new HashMap<>();
    private final StructKinds kinds;
    private final Schema schema;

    private RustNames(SchemaLayout layout) {
        kinds = new StructKinds(layout);
        schema = layout.schema();
        root = RustModule.treeOf(layout.schema().files());
        support = claimModule(root, SUPPORT);
        layout.schema().enums().forEach(this::claimConstants);
        for (StructLayout struct : layout.structs()) {
            structs.put(struct.struct().fullName(), StructNames.of(struct, kinds));
        }
    }

    /** Settles the names of a whole schema; the same layout gives the same names. */
    public static RustNames of(SchemaLayout layout) {
        return new RustNames(layout);
    }

    /** Where the struct of a message stands. */
    public RustPath struct(StructDef struct) {
        return type(struct.fullName());
    }

    /** Where the type of an enum stands. */
    public RustPath enumeration(EnumDef definition) {
        return type(definition.fullName());
    }

    /** The associated constant of an enum's value. */
    public String constant(EnumDef definition, EnumValueDef value) {
        return constants.getOrDefault(definition.fullName(), Map.of()).getOrDefault(value.name(), value.name());
    }

    /** The field of the Rust struct, or of the union in it, that is a member of the C struct or of the union in that. */
    public String member(StructDef struct, Member member) {
        return structNames(struct).member(member);
    }

    /** The type of a member of the struct or of one of its unions, as code in the struct's module writes it. */
    public String memberType(StructDef struct, Member member) {
        StructLayout layout = kinds.layout(struct.fullName());
        StructContext context = StructContext.of(this, layout);
        return switch (member.kind()) {
            case PRESENCE -> "[u32; " + member.size() / Integer.BYTES + "]";
            case COUNT -> "u32";
            case CASE -> "i32";
            case UNION -> context.oneofType(member.requireOneof(), OneofType.DATA);
            case EMPTY -> "u8";
            case DATA -> dataType(context, member.requireField());
        };
    }

    private static String dataType(StructContext context, FieldDef field) {
        if (field.atomic()) {
            for (FieldLayout layout : context.layout().fields()) {
                if (layout.field().name().equals(field.name())) {
                    return FieldForm.of(context, layout).storage();
                }
            }
        }
        return context.storage(field.type());
    }

    /** A type that a oneof brings. */
    RustPath oneofType(StructDef struct, OneofDef oneof, OneofType type) {
        RustPath path = oneofTypes.get(oneofKey(struct, oneof, type));
        if (path == null) {
            throw new IllegalArgumentException("no oneof " + oneof.name());
        }
        return path;
    }

    private static String oneofKey(StructDef struct, OneofDef oneof, OneofType type) {
        return struct.fullName() + "." + oneof.name() + " " + type;
    }

    /** What is known of the structs as types. */
    StructKinds kinds() {
        return kinds;
    }

    /** A method for a field; null where the field's shape doesn't have it. */
    @Nullable String accessor(StructDef struct, FieldDef field, Accessor accessor) {
        return structNames(struct).accessor(field.name(), accessor);
    }

    /** A method for a oneof. */
    String accessor(StructDef struct, OneofDef oneof, Accessor accessor) {
        return Objects.requireNonNull(structNames(struct).accessor(oneof.name(), accessor), oneof.name());
    }

    /** Whether a name of the struct isn't what rustc's lint {@code non_snake_case} wants. */
    boolean hasOddNames(StructDef struct) {
        return structNames(struct).hasOddNames();
    }

    /** The module of what is nested in a message; null where nothing is. */
    @Nullable List<String> nestedModule(StructDef struct) {
        return nestedModules.get(struct.fullName());
    }

    ServiceNames service(ServiceDef service) {
        ServiceNames names = services.get(service.fullName());
        if (names == null) {
            throw new IllegalArgumentException("no service " + service.fullName());
        }
        return names;
    }

    RustModule root() {
        return root;
    }

    /** The module in the root that holds what all others use. */
    String support() {
        return support;
    }

    RustPath type(String fullName) {
        RustPath path = types.get(fullName);
        if (path == null) {
            throw new IllegalArgumentException("no type " + fullName);
        }
        return path;
    }

    StructNames structNames(StructDef struct) {
        StructNames names = structs.get(struct.fullName());
        if (names == null) {
            throw new IllegalArgumentException("no struct " + struct.fullName());
        }
        return names;
    }

    /** Packages first, so that they never change; then the support module, types, modules of nested types, and services. */
    private String claimModule(RustModule module, @Nullable String supportModule) {
        RustScope scope = new RustScope(RustWords::isReservedForModules);
        for (RustModule child : module.children()) {
            scope.claim(child.name());
            claimModule(child, null);
        }
        String result = supportModule == null ? "" : scope.claim(supportModule);
        claimTypes(scope, module.path(), module.structs(), module.enums());
        for (ServiceDef service : module.services()) {
            ServiceSymbols symbols = ServiceSymbols.of(schema, service);
            services.put(service.fullName(), ServiceNames.of(service, symbols, module.path(), scope));
        }
        return result;
    }

    private void claimTypes(RustScope scope, List<String> module, List<StructDef> messages, List<EnumDef> enums) {
        for (StructDef message : messages) {
            String name = scope.claim(RustWords.upperCamel(message.name()));
            types.put(message.fullName(), new RustPath(module, name));
        }
        for (EnumDef definition : enums) {
            String name = scope.claim(RustWords.upperCamel(definition.name()));
            types.put(definition.fullName(), new RustPath(module, name));
        }
        for (StructDef message : messages) {
            if (hasNested(message)) {
                List<String> nested = new ArrayList<>(module);
                nested.add(scope.claim(RustWords.snake(message.name())));
                nestedModules.put(message.fullName(), List.copyOf(nested));
                RustScope inner = new RustScope(RustWords::isReservedForModules);
                claimTypes(inner, nested, message.structs(), message.enums());
                claimOneofs(inner, nested, message);
            }
        }
    }

    private static boolean hasNested(StructDef message) {
        return !message.structs().isEmpty()
                || !message.enums().isEmpty()
                || !message.oneofs().isEmpty();
    }

    private void claimOneofs(RustScope scope, List<String> module, StructDef message) {
        for (OneofType type : OneofType.values()) {
            for (OneofDef oneof : message.oneofs()) {
                String name = scope.claim(type.of(oneof.name()));
                oneofTypes.put(oneofKey(message, oneof, type), new RustPath(module, name));
            }
        }
    }

    private void claimConstants(EnumDef definition) {
        RustScope scope = new RustScope(RustWords::isKeyword);
        Map<String, String> names = new HashMap<>();
        for (EnumValueDef value : definition.values()) {
            names.put(value.name(), scope.claim(RustWords.upperSnake(value.name())));
        }
        constants.put(definition.fullName(), names);
    }
}
