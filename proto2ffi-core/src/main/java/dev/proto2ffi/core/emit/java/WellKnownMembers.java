package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.StructLayout;
import javax.lang.model.element.Modifier;

/**
 * What the class of a well-known type has beside the accessors of its fields.
 *
 * <pre>{@code
 * public Instant toInstant() {
 *     return WellKnownTypes.instant(seconds(), nanos());
 * }
 * }</pre>
 */
final class WellKnownMembers {
    private final StructLayout struct;
    private final ClassName type;
    private final TypeSpec.Builder out;

    private WellKnownMembers(Run run, StructLayout struct, TypeSpec.Builder out) {
        this.struct = struct;
        this.type = run.names().struct(struct.struct().fullName()).type();
        this.out = out;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        WellKnown known = WellKnown.of(struct);
        if (known == null) {
            return;
        }
        WellKnownMembers members = new WellKnownMembers(run, struct, out);
        switch (known) {
            case TIMESTAMP -> members.addTimestamp();
            case DURATION -> members.addDuration();
            case WRAPPER -> members.addWrapper();
        }
    }

    private void addTimestamp() {
        out.addMethod(method("toInstant", Types.INSTANT)
                .addJavadoc(
                        "This point in time.\n\n@throws $T if it is outside the years 1 to 9999, or the nanoseconds"
                                + " aren't 0 to 999,999,999\n",
                        Types.CORRUPT_STRUCT)
                .addStatement("return $T.instant(seconds(), nanos())", Types.WELL_KNOWN_TYPES)
                .build());
        out.addMethod(method("set", type)
                .addJavadoc(
                        "Sets this to a point in time.\n\n@return this view\n@throws $T if it is outside the years 1 to"
                                + " 9999\n",
                        Types.FIELD_OVERFLOW)
                .addParameter(Types.INSTANT, "value")
                .addStatement("$T.check(value)", Types.WELL_KNOWN_TYPES)
                .addStatement("return seconds(value.getEpochSecond()).nanos(value.getNano())")
                .build());
        addOf(Types.INSTANT);
    }

    private void addDuration() {
        out.addMethod(method("toDuration", Types.DURATION)
                .addJavadoc(
                        "This length of time.\n\n@throws $T if it is beyond 315,576,000,000 seconds, the nanoseconds are"
                                + " beyond 999,999,999, or the two have different signs\n",
                        Types.CORRUPT_STRUCT)
                .addStatement("return $T.duration(seconds(), nanos())", Types.WELL_KNOWN_TYPES)
                .build());
        out.addMethod(method("set", type)
                .addJavadoc(
                        "Sets this to a length of time.\n\n@return this view\n@throws $T if it is beyond 315,576,000,000"
                                + " seconds\n",
                        Types.FIELD_OVERFLOW)
                .addParameter(Types.DURATION, "value")
                .addStatement(
                        "return seconds($T.seconds(value)).nanos($T.nanos(value))",
                        Types.WELL_KNOWN_TYPES,
                        Types.WELL_KNOWN_TYPES)
                .build());
        addOf(Types.DURATION);
    }

    private void addOf(TypeName value) {
        out.addMethod(method("of", type)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("A new struct with this value; see {@link #allocate} and {@link #set}.\n")
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(value, "value")
                .addStatement("return allocate(allocator).set(value)")
                .build());
    }

    private void addWrapper() {
        out.addMethod(method("of", type)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("A new struct with this value; see {@link #allocate}.\n")
                .addParameter(Types.SEGMENT_ALLOCATOR, "allocator")
                .addParameter(WellKnown.value(struct).type(), "value")
                .addStatement("return allocate(allocator).value($Lvalue)", struct.flat() ? "" : "allocator, ")
                .build());
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }
}
