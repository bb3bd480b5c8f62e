package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How Java code reads the members of structs, for people who look at layouts. Immutable. */
public final class JavaMembers {
    private final Run run;
    private final Map<FieldDef, FieldScope> scopes = new IdentityHashMap<>();

    private JavaMembers(Run run) {
        this.run = run;
        for (StructLayout struct : run.schema().structs()) {
            struct.fields().forEach(field -> scopes.put(field.field(), new FieldScope(run, struct, field)));
        }
    }

    /** Settles the names of a whole schema. That two classes would have one name is no concern of readers of a layout. */
    public static JavaMembers of(SchemaLayout layout) {
        JavaNames names = NamingPass.settle(layout.schema(), new Diagnostics());
        return new JavaMembers(new Run(layout, names, DefaultedStructs.of(layout)));
    }

    /** The class of a message with its package, such as {@code social.ffi.Post.Author}. */
    public String struct(StructDef struct) {
        return run.names().struct(struct.fullName()).type().canonicalName();
    }

    /**
     * The method that reads a member of the struct or of one of its unions, such as {@code int tags(int index)}; empty for
     * members that are read through those of others: presence words, unions.
     */
    public String getter(StructDef struct, Member member) {
        StructNames names = run.names().struct(struct.fullName());
        return switch (member.kind()) {
            case PRESENCE, UNION, EMPTY -> "";
            case COUNT ->
                "int " + names.fields().get(member.requireField().name()).helper(Helper.COUNT) + "()";
            case CASE -> {
                OneofNames oneof = names.oneofs().get(member.requireOneof().name());
                yield shown(oneof.cases().type()) + " " + oneof.getter() + "()";
            }
            case DATA -> data(scope(member.requireField()));
        };
    }

    /** The method that tells whether a field with a presence bit is present, such as {@code boolean hasNick()}. */
    public String has(FieldDef field) {
        return "boolean " + scope(field).names().helper(Helper.HAS) + "()";
    }

    private FieldScope scope(FieldDef field) {
        FieldScope scope = scopes.get(field);
        if (scope == null) {
            throw new IllegalArgumentException("no struct has the field " + field.name());
        }
        return scope;
    }

    private static String data(FieldScope scope) {
        String accessor = scope.names().accessor();
        if (MapShape.isMap(scope.field())) {
            return shown(new MapShape(scope).type()) + " " + accessor + "()";
        }
        String parameters = Place.of(scope).parameters().stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", "));
        return shown(type(scope, scope.elementType())) + " " + accessor + "(" + parameters + ")";
    }

    private static TypeName type(FieldScope scope, FieldType element) {
        return element instanceof FieldType.MessagePointer pointer
                ? scope.message(pointer.structName())
                : ElementTypes.of(scope, element);
    }

    /** Without packages, which would bury the names. */
    private static String shown(TypeName type) {
        return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
    }
}
