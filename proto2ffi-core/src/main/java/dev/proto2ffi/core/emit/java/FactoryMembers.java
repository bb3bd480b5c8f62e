package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * How views come to be.
 *
 * <pre>{@code
 * public static Post at(MemorySegment segment, long offset) {
 *     return new Post(segment, Access.locate(segment, offset, SIZE, ALIGNMENT, "social.Post"));
 * }
 * }</pre>
 */
final class FactoryMembers {
    private final Run run;
    private final StructLayout struct;
    private final ClassName type;
    private final TypeSpec.Builder out;

    private FactoryMembers(Run run, StructLayout struct, TypeSpec.Builder out) {
        this.run = run;
        this.struct = struct;
        this.type = run.names().struct(struct.struct().fullName()).type();
        this.out = out;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        FactoryMembers members = new FactoryMembers(run, struct, out);
        members.addConstructors();
        members.addAt();
        members.addAllocate();
        if (!struct.struct().mapEntry()) {
            members.addPool("pool", "ofConfined", "for the calling thread");
            members.addPool("sharedPool", "ofShared", "for all threads");
        }
        members.addArrays();
    }

    /** Generated, for the JIT must see which class of array is made. */
    private void addArrays() {
        TypeName array = ParameterizedTypeName.get(Types.STRUCT_ARRAY, type);
        ClassName elements = run.names().struct(struct.struct().fullName()).elements();
        out.addMethod(factory("arrayIn", array)
                .addJavadoc("For generated code: structs side by side inside another one.\n")
                .addParameter(Types.STRUCT_VIEW, "parent")
                .addParameter(TypeName.LONG, "offset")
                .addParameter(TypeName.LONG, "length")
                .addStatement("return new $T(parent, offset, length)", elements)
                .build());
        out.addMethod(factory("arrayOver", array)
                .addJavadoc("For generated code: the structs that fill a segment.\n")
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addStatement("long length = segment.byteSize() / SIZE")
                .addStatement(
                        "return new $T(segment, $T.locate(segment, 0, length * SIZE, ALIGNMENT, $S), length)",
                        elements,
                        Types.ACCESS,
                        struct.struct().fullName())
                .build());
    }

    private void addConstructors() {
        out.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "address")
                .addStatement("super(segment, address)")
                .build());
        out.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For generated code: a view of a struct that stands inside another. Use {@link #at} and"
                        + " {@link #allocate}.\n")
                .addParameter(Types.STRUCT_VIEW, "parent")
                .addParameter(TypeName.LONG, "offset")
                .addStatement("super(parent, offset)")
                .build());
        out.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.SCRATCH_ARENA, "scratch")
                .addStatement("super(scratch, TYPE, SIZE, ALIGNMENT)")
                .build());
    }

    private void addAt() {
        out.addMethod(factory("at", type)
                .addJavadoc(
                        "A view of the struct at the start of a segment; see {@link #at($T, long)}.\n",
                        Types.MEMORY_SEGMENT)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addStatement("return at(segment, 0)")
                .build());
        out.addMethod(factory("at", type)
                .addJavadoc("""
                        A view of the struct at an offset of a segment.

                        @param segment native memory, which decides how long and by which threads the view may be used
                        @param offset in bytes; the struct's address must be a multiple of $L
                        @throws $T if the segment is on the heap, or the struct would be misaligned
                        @throws $T if the struct would reach beyond the segment
                        """, struct.align(), IllegalArgumentException.class, IndexOutOfBoundsException.class)
                .addParameter(Types.MEMORY_SEGMENT, "segment")
                .addParameter(TypeName.LONG, "offset")
                .addStatement(
                        "return new $T(segment, $T.locate(segment, offset, SIZE, ALIGNMENT, $S))",
                        type,
                        Types.ACCESS,
                        struct.struct().fullName())
                .build());
    }

    private void addAllocate() {
        String defaults = run.defaulted().contains(struct.struct().fullName()) ? ".clear()" : "";
        out.addMethod(factory("allocate", type)
                .addJavadoc("""
                        A new struct, with every field at its default. In a scratch arena that doesn't zero, numbers may
                        be undefined; see {@link $T#zeroed}.

                        @param allocator as a rule an arena, which owns the memory
                        @throws $T if the allocator gives heap memory
                        """, Types.SCRATCH_BUILDER, IllegalArgumentException.class)
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .beginControlFlow("if (allocator instanceof $T scratch)", Types.SCRATCH_ARENA)
                .addStatement("return new $T(scratch)$L", type, defaults)
                .endControlFlow()
                .addStatement(
                        "return at($T.allocate($L, SIZE, ALIGNMENT, $S), 0)$L",
                        Types.ACCESS,
                        allocator(),
                        struct.struct().fullName(),
                        defaults)
                .build());
        out.addMethod(factory("allocateArray", ParameterizedTypeName.get(Types.STRUCT_ARRAY, type))
                .addJavadoc("""
                        New structs side by side, with every field at its default.

                        @param allocator as a rule an arena, which owns the memory
                        @param length number of structs
                        @throws $T if the length is negative, or the allocator gives heap memory
                        """, IllegalArgumentException.class)
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "length")
                .addStatement("return TYPE.allocateArray(allocator, length)")
                .build());
    }

    private void addPool(String name, String factory, String users) {
        TypeName pool = ParameterizedTypeName.get(Types.STRUCT_POOL, type);
        int schemaSize = struct.struct().poolSize();
        CodeBlock capacity = schemaSize > 0
                ? CodeBlock.of(
                        "$L structs, the schema's {@code pool_size}", String.format(Locale.ROOT, "%,d", schemaSize))
                : CodeBlock.of("{@link $T#DEFAULT_CAPACITY} structs", Types.POOL_BUILDER);
        CodeBlock pointees = struct.flat()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "What a struct points to comes from {@link $T#allocator} and lives until it is released.\n",
                        Types.STRUCT_POOL);
        out.addMethod(factory(name, pool)
                .addJavadoc("A pool $L, of $L; see {@link $T}.\n$L", users, capacity, Types.STRUCT_POOL, pointees)
                .addStatement("return $T.$L(TYPE)", Types.STRUCT_POOL, factory)
                .build());
        out.addMethod(factory(name, pool)
                .addJavadoc("""
                        A pool $L, to be closed; see {@link $T}, whose {@code builder} has more choices.
                        $L
                        @param capacity how many structs can be in use at the same time
                        @throws $T if it isn't 1 to {@link $T#MAX_CAPACITY}
                        """, users, Types.STRUCT_POOL, pointees, IllegalArgumentException.class, Types.STRUCT_POOL)
                .addParameter(TypeName.INT, "capacity")
                .addStatement("return $T.$L(TYPE, capacity)", Types.STRUCT_POOL, factory)
                .build());
    }

    /** Pointers aren't to be allocated where other processes would follow them. */
    private CodeBlock allocator() {
        return struct.flat()
                ? CodeBlock.of("allocator")
                : CodeBlock.of(
                        "$T.forPointers(allocator, $S)",
                        Types.ACCESS,
                        struct.struct().fullName());
    }

    private static MethodSpec.Builder factory(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(result);
    }
}
