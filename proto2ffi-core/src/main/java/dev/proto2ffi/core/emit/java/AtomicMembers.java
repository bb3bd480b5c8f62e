package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;

/**
 * Access in order with other threads, on top of the plain accessors.
 *
 * <pre>{@code
 * public static long hitsAcquire(MemorySegment segment, long offset) {
 *     return Atomics.getLongAcquire(segment, offset + HITS_OFFSET);
 * }
 * }</pre>
 */
final class AtomicMembers {
    private final FieldScope scope;
    private final IntegerStorage storage;
    private final CodeBlock at;
    private final TypeSpec.Builder out;

    private AtomicMembers(FieldScope scope, IntegerStorage storage, TypeSpec.Builder out) {
        this.scope = scope;
        this.storage = storage;
        this.at = CodeBlock.of("segment, offset + $L", scope.names().offset());
        this.out = out;
    }

    static void add(FieldScope scope, FieldType.Scalar type, TypeSpec.Builder out) {
        AtomicMembers members = new AtomicMembers(scope, IntegerStorage.of(type), out);
        members.addInteger(Helper.ACQUIRE, Helper.RELEASE, Helper.COMPARE_AND_SET);
        members.addGetAndAdd();
    }

    static void add(FieldScope scope, FieldType.EnumValue type, TypeSpec.Builder out) {
        AtomicMembers members = new AtomicMembers(scope, IntegerStorage.of(type), out);
        members.addConstant(type);
        members.addInteger(Helper.NUMBER_ACQUIRE, Helper.NUMBER_RELEASE, Helper.COMPARE_AND_SET_NUMBER);
    }

    private void addInteger(Helper acquire, Helper release, Helper compareAndSet) {
        String read = storage.size() == Long.BYTES ? "getLongAcquire" : "getAcquire";
        TypeName type = storage.type();
        methods(acquire)
                .addGetters(
                        type,
                        doc("Reads {@code $L} so that all is seen that was written before the number was, by release."),
                        body("return $L", storage.extended(CodeBlock.of("$T.$L($L)", Types.ATOMICS, read, at))));
        methods(release)
                .with(type, "value")
                .addSetters(
                        scope.owner(),
                        doc("Writes {@code $L} so that who reads it by acquire sees all that was written before."),
                        body("$T.setRelease($L, $L)", Types.ATOMICS, at, narrowed("value")));
        methods(compareAndSet)
                .with(type, "expected")
                .with(type, "value")
                .addGetters(
                        TypeName.BOOLEAN,
                        doc("Writes {@code $L} if it is the expected one, and says whether it did."),
                        body(
                                "return $T.compareAndSet($L, $L, $L)",
                                Types.ATOMICS,
                                at,
                                narrowed("expected"),
                                narrowed("value")));
    }

    private void addGetAndAdd() {
        boolean wraps = storage.isNarrow();
        methods(Helper.GET_AND_ADD)
                .with(storage.type(), "delta")
                .addGetters(
                        storage.type(),
                        doc("Adds to {@code $L}, wrapping around, and answers what it was."),
                        body(
                                "return $L",
                                storage.extended(CodeBlock.of(
                                        "$T.getAndAdd($L, $Ldelta)", Types.ATOMICS, at, wraps ? "(int) " : ""))));
    }

    private void addConstant(FieldType.EnumValue type) {
        EnumNames names = scope.enumeration(type);
        methods(Helper.ACQUIRE)
                .addGetters(
                        names.type(),
                        doc("Reads {@code $L} so that all is seen that was written before the number was, by release."),
                        EnumMembers.constant(
                                type,
                                names,
                                CodeBlock.of(
                                        "$N(segment, offset)", scope.names().helper(Helper.NUMBER_ACQUIRE))));
        methods(Helper.RELEASE)
                .with(names.type(), "value")
                .addSetters(
                        scope.owner(),
                        doc("Writes {@code $L} so that who reads it by acquire sees all that was written before."),
                        body(
                                "$N(segment, offset, value.number())",
                                scope.names().helper(Helper.NUMBER_RELEASE)));
        methods(Helper.COMPARE_AND_SET)
                .with(names.type(), "expected")
                .with(names.type(), "value")
                .addGetters(
                        TypeName.BOOLEAN,
                        doc("Writes {@code $L} if it is the expected one, and says whether it did."),
                        body(
                                "return $N(segment, offset, expected.number(), value.number())",
                                scope.names().helper(Helper.COMPARE_AND_SET_NUMBER)));
    }

    private CodeBlock narrowed(String value) {
        return storage.narrowed(CodeBlock.of("$L", value), scope.fullName());
    }

    private AccessorMethods methods(Helper helper) {
        return new AccessorMethods(out, scope.names().helper(helper));
    }

    private CodeBlock doc(String what) {
        String presence = scope.hasPresence() ? " Leaves presence alone." : "";
        return CodeBlock.of(what + "$L\n", scope.field().name(), presence);
    }

    private static CodeBlock body(String statement, Object... arguments) {
        return CodeBlock.builder().addStatement(statement, arguments).build();
    }
}
