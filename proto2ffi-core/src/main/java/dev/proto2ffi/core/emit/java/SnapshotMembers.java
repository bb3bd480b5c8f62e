package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.OneofDef;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How a struct becomes a snapshot and comes from one. The runtime reads and writes each value, by the description of its
 * field.
 *
 * <pre>{@code
 * protected Snapshot structSnapshot(SnapshotReader in) {
 *     return new Snapshot(in.value(0), in.value(1), payload(in));
 * }
 * }</pre>
 */
final class SnapshotMembers {
    private final StructLayout struct;
    private final ClassName type;
    private final SnapshotNames names;
    private final List<SnapshotComponent> components;
    private final TypeSpec.Builder out;

    private SnapshotMembers(Run run, StructLayout struct, TypeSpec.Builder out) {
        this.struct = struct;
        this.type = run.names().struct(struct.struct().fullName()).type();
        this.names = run.names().struct(struct.struct().fullName()).snapshot();
        this.components = SnapshotComponent.of(run, struct);
        this.out = out;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        SnapshotMembers members = new SnapshotMembers(run, struct, out);
        members.addToSnapshot();
        members.addCopyFrom();
        members.addFrom();
        members.addRead();
        members.addWrite();
    }

    private void addToSnapshot() {
        out.addMethod(method("toSnapshot", names.type())
                .addJavadoc("""
                        The struct as it is now, on the heap, with all that it points to.

                        @throws $T if a stored size, count or pointer can't be one
                        @throws $T if messages are nested more than 100 deep
                        """, Types.CORRUPT_STRUCT, IllegalStateException.class)
                .addStatement("return $T.read(this, $T.class)", Types.SNAPSHOT_READER, names.type())
                .build());
    }

    private void addCopyFrom() {
        MethodSpec.Builder copy = method("copyFrom", type).addJavadoc("""
                        Sets every field to what a snapshot says.

                        @return this view
                        @throws $T if a value doesn't fit; the struct is then cleared
                        """, Types.FIELD_OVERFLOW);
        if (struct.flat()) {
            copy.addParameter(names.type(), "snapshot").addStatement("$T.write(this, snapshot)", Types.SNAPSHOT_WRITER);
        } else {
            copy.addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                    .addParameter(names.type(), "snapshot")
                    .addStatement("$T.write(this, snapshot, allocator)", Types.SNAPSHOT_WRITER);
        }
        out.addMethod(copy.addStatement("return this").build());
    }

    private void addFrom() {
        out.addMethod(method("from", type)
                .addModifiers(Modifier.STATIC)
                .addJavadoc(
                        "A new struct that holds what a snapshot says; see {@link #allocate} and {@link #copyFrom}.\n")
                .addParameter(names.type(), "snapshot")
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addStatement("return allocate(allocator).copyFrom($Lsnapshot)", struct.flat() ? "" : "allocator, ")
                .build());
    }

    private void addRead() {
        MethodSpec.Builder read = overriding("structSnapshot", names.type()).addParameter(Types.SNAPSHOT_READER, "in");
        if (SnapshotComponent.needBuilder(components)) {
            read.addStatement("$T to = new $T()", names.builder(), names.builder());
            components.forEach(component -> read.addStatement("to.$N($L)", component.name(), read(component)));
            read.addStatement("return to.$N()", names.build());
        } else {
            CodeBlock.Builder arguments = CodeBlock.builder().add("return new $T($>$>", names.type());
            String separator = "\n";
            for (SnapshotComponent component : components) {
                arguments.add("$L$L", separator, read(component));
                separator = ",\n";
            }
            read.addStatement(arguments.add(")$<$<").build());
        }
        out.addMethod(read.build());
    }

    private CodeBlock read(SnapshotComponent component) {
        OneofDef oneof = component.oneof();
        if (oneof == null) {
            return CodeBlock.of("in.value($L)", component.index());
        }
        CodeBlock.Builder code = CodeBlock.builder().add("switch (in.oneof($L)) {$>\n", component.index());
        for (FieldLayout member : members(oneof)) {
            code.add(
                    "case $L -> new $T(in.value($L));\n",
                    member.field().number(),
                    member(oneof, member.field()),
                    struct.fields().indexOf(member));
        }
        return code.add("default -> null;$<\n}").build();
    }

    private void addWrite() {
        MethodSpec.Builder write = overriding("structRestore", TypeName.VOID)
                .addParameter(Types.SNAPSHOT_WRITER, "out")
                .addParameter(ClassName.OBJECT, "snapshot");
        if (!components.isEmpty()) {
            write.addStatement("$T from = ($T) snapshot", names.type(), names.type());
        }
        for (SnapshotComponent component : components) {
            OneofDef oneof = component.oneof();
            if (oneof == null) {
                write.addStatement("out.value($L, from.$N())", component.index(), component.name());
            } else {
                write.addCode(write(component, oneof));
            }
        }
        out.addMethod(write.build());
    }

    private CodeBlock write(SnapshotComponent component, OneofDef oneof) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldLayout member : members(oneof)) {
            boolean isEnum = SnapshotTypes.isEnum(member.field().type());
            int index = struct.fields().indexOf(member);
            code.beginControlFlow(
                            "if (from.$N() instanceof $T member)", component.name(), member(oneof, member.field()))
                    .addStatement("out.value($L, member.$L())", index, isEnum ? "number" : "value")
                    .endControlFlow();
        }
        return code.build();
    }

    private List<FieldLayout> members(OneofDef oneof) {
        return struct.fields().stream()
                .filter(layout -> oneof.name().equals(layout.field().oneof()))
                .toList();
    }

    private ClassName member(OneofDef oneof, FieldDef field) {
        return names.oneofs().get(oneof.name()).members().get(field.name());
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }
}
