package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.StructDef;
import javax.lang.model.element.Modifier;

/** The class of a message: reads as the table of contents of what is generated. */
final class StructClass {
    private final Run run;
    private final StructLayout struct;
    private final StructNames names;
    private final TypeSpec.Builder out;

    private StructClass(Run run, StructDef definition) {
        this.run = run;
        this.struct = run.schema().struct(definition.fullName());
        this.names = run.names().struct(definition.fullName());
        this.out = TypeSpec.classBuilder(names.type())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Types.STRUCT_VIEW)
                .addJavadoc(Docs.commented(definition.comments(), summary()));
    }

    /** The class with the classes of all messages and enums nested in the message. */
    static TypeSpec.Builder of(StructDef definition, Run run) {
        StructClass result = new StructClass(run, definition);
        result.addMembers();
        for (StructDef nested : definition.structs()) {
            result.out.addType(of(nested, run).addModifiers(Modifier.STATIC).build());
        }
        for (EnumDef nested : definition.enums()) {
            result.out.addType(
                    EnumClass.of(nested, run).addModifiers(Modifier.STATIC).build());
        }
        return result.out;
    }

    private void addMembers() {
        if (struct.struct().deprecated()) {
            out.addAnnotation(Deprecated.class);
        }
        ConstantMembers.add(run, struct, out);
        FactoryMembers.add(run, struct, out);
        struct.oneofs().forEach(oneof -> OneofMembers.add(run, struct, oneof, out));
        struct.fields().forEach(this::addField);
        WholeStructMembers.add(run, struct, out);
        WellKnownMembers.add(run, struct, out);
        if (!struct.struct().mapEntry()) {
            SnapshotMembers.add(run, struct, out);
            out.addType(SnapshotClass.of(run, struct));
        }
        HandlesClass.add(run, struct, out);
        ArrayClasses.add(names, out);
    }

    private void addField(FieldLayout layout) {
        if (MapShape.isMap(layout.field())) {
            out.addType(MapClass.of(new FieldScope(run, struct, layout)));
        }
        TypeSpec.Builder members = TypeSpec.classBuilder(names.type());
        addMembers(new FieldScope(run, struct, layout), members);
        for (MethodSpec method : members.build().methodSpecs()) {
            out.addMethod(layout.field().deprecated() ? deprecated(method) : method);
        }
    }

    private static MethodSpec deprecated(MethodSpec method) {
        return method.toBuilder().addAnnotation(Deprecated.class).build();
    }

    private static void addMembers(FieldScope scope, TypeSpec.Builder members) {
        Place place = Place.of(scope);
        if (scope.hasPresence() || scope.isInOneof()) {
            PresenceMembers.add(scope, members);
        }
        if (MapShape.isMap(scope.field())) {
            MapMembers.add(scope, members);
        }
        scope.elementType().accept(new ElementMembers(scope, place, members));
        if (scope.isRepeated()) {
            RepeatedMembers.add(scope, members);
        }
        WellKnownAccessors.add(scope, members);
    }

    private CodeBlock summary() {
        return CodeBlock.of(
                "A view of the C struct {@code $L} in native memory: $L bytes, alignment $L$L. Setters return the view."
                        + " See {@link $T} for lifetime and threads.",
                struct.struct().fullName(),
                struct.size(),
                struct.align(),
                struct.flat() ? ", flat (no pointers: it may be copied, mapped and shared)" : "",
                Types.STRUCT);
    }
}
