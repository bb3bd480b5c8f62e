package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * Typed accessors of a singular field that holds a well-known type.
 *
 * <pre>{@code
 * public Instant createdAtInstant() {
 *     return hasCreatedAt() ? createdAt().toInstant() : null;
 * }
 * }</pre>
 */
final class WellKnownAccessors {
    private final FieldScope scope;
    private final StructLayout struct;
    private final WellKnown known;
    private final TypeSpec.Builder out;

    private WellKnownAccessors(FieldScope scope, StructLayout struct, WellKnown known, TypeSpec.Builder out) {
        this.scope = scope;
        this.struct = struct;
        this.known = known;
        this.out = out;
    }

    static void add(FieldScope scope, TypeSpec.Builder out) {
        String message = WellKnown.message(scope.field());
        if (message == null) {
            return;
        }
        StructLayout struct = scope.run().schema().struct(message);
        WellKnown known = WellKnown.of(struct);
        if (known != null && (known != WellKnown.WRAPPER || canBeAbsent(scope.field()))) {
            WellKnownAccessors accessors = new WellKnownAccessors(scope, struct, known, out);
            accessors.addGetter();
            accessors.addSetter();
        }
    }

    private static boolean canBeAbsent(FieldDef field) {
        return field.presence() || field.oneof() != null || field.type() instanceof FieldType.MessagePointer;
    }

    private void addGetter() {
        String accessor = scope.names().accessor();
        boolean nullable = canBeAbsent(scope.field());
        String has = nullable ? scope.names().helper(Helper.HAS) + "() ? " : "";
        String read = switch (known) {
            case TIMESTAMP -> "toInstant()";
            case DURATION -> "toDuration()";
            case WRAPPER -> "value()";
        };
        out.addMethod(MethodSpec.methodBuilder(scope.names().helper(known.helper()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The value of {@link #$N()}$L.\n", accessor, nullable ? ", or null while it is absent" : "")
                .addJavadoc(
                        known == WellKnown.WRAPPER
                                ? CodeBlock.of("")
                                : CodeBlock.of("\n@throws $T if memory holds none\n", Types.CORRUPT_STRUCT))
                .returns(known.java(struct))
                .addStatement("return $L$N().$L$L", has, accessor, read, nullable ? " : null" : "")
                .build());
    }

    private void addSetter() {
        boolean isPointer = scope.type() instanceof FieldType.MessagePointer;
        boolean allocates = isPointer || !struct.flat();
        TypeName type = known.java(struct);
        String name = known == WellKnown.WRAPPER
                ? scope.names().helper(known.helper())
                : scope.names().accessor();
        MethodSpec.Builder set = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Sets {@link #$N()} to a value$L.\n\n@return this view\n",
                        scope.names().accessor(),
                        known == WellKnown.WRAPPER ? ", or with null makes it absent" : "")
                .returns(scope.owner());
        if (allocates) {
            set.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        set.addParameter(type, "value");
        String init = scope.names().helper(Helper.INIT) + (isPointer ? "(allocator)" : "()");
        if (known == WellKnown.WRAPPER) {
            set.beginControlFlow("if (value != null)")
                    .addStatement("$L.value($Lvalue)", init, struct.flat() ? "" : "allocator, ")
                    .nextControlFlow("$L", clearCondition())
                    .addStatement("$N()", clear())
                    .endControlFlow();
        } else {
            set.addStatement("$T.check(value)", Types.WELL_KNOWN_TYPES)
                    .addStatement("$L.set(value)", init)
                    .addJavadoc("@throws $T if it is out of range\n", Types.FIELD_OVERFLOW);
        }
        out.addMethod(set.addStatement("return this").build());
    }

    /** Making a oneof hold nothing must not take away another member. */
    private CodeBlock clearCondition() {
        return scope.isInOneof()
                ? CodeBlock.of("else if ($N())", scope.names().helper(Helper.HAS))
                : CodeBlock.of("else");
    }

    private String clear() {
        return scope.isInOneof() ? scope.oneofNames().clear() : scope.names().helper(Helper.CLEAR);
    }
}
