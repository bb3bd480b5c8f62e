package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.harness.NotHereException;
import java.lang.reflect.Method;

/** Who does the work. */
final class Works {
    private Works() {}

    /**
     * A contender's work, ready to be done.
     *
     * @throws NotHereException if this machine could not build it
     */
    static Work of(Contender contender, Kind kind, Values values) throws Throwable {
        return switch (contender) {
            case PROTO2FFI -> Proto2ffiWork.of(kind, values);
            case RUST -> NativeWork.of("bench_rust", kind, values);
            case C -> NativeWork.of("bench_c", kind, values);
            case PROTOBUF_JAVA -> ProtobufWork.of(kind, values);
            case SBE -> SbeWork.of(kind, values);
            case FLATBUFFERS -> flatBuffers(kind, values);
            case JEXTRACT -> JextractWork.of(kind, values);
            case RECORDS -> RecordWork.of(kind, values);
            default -> throw new IllegalArgumentException(contender + " isn't measured here");
        };
    }

    /** By name, because it is compiled only where FlatBuffers' compiler could be had. */
    private static Work flatBuffers(Kind kind, Values values) throws ReflectiveOperationException {
        Class<?> work;
        try {
            work = Class.forName("dev.proto2ffi.benchmarks.peers.FlatBuffersWork");
        } catch (ClassNotFoundException e) {
            throw new NotHereException("FlatBuffers' compiler could not be had when the benchmarks were built: "
                    + "it needs node, npm and, once, the network");
        }
        Method of = work.getDeclaredMethod("of", Kind.class, Values.class);
        return (Work) of.invoke(null, kind, values);
    }
}
