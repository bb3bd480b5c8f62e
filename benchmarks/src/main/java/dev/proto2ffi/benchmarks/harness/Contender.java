package dev.proto2ffi.benchmarks.harness;

/** Whose code does the measured work. */
public enum Contender {
    /** Generated Java and the runtime. */
    PROTO2FFI("proto2ffi", Kind.OURS),
    /** Over the generated structs, as a C programmer writes it. */
    C("C", Kind.NATIVE),
    /** Over the generated structs, as a Rust programmer writes it. */
    RUST("Rust", Kind.NATIVE),
    /** C or Rust, by the benchmark's parameter {@code server}. */
    NATIVE("native", Kind.NATIVE),
    /** What the JDK has for it, without this project. */
    JDK("JDK", Kind.PEER),
    /** A handle of the JDK to a native function, with nothing checked: what part of our work costs at least. */
    BARE_HANDLE("bare handle", Kind.FLOOR),
    /** Objects on the heap. */
    RECORDS("Java records", Kind.PEER),
    /** Accessors as jextract writes them. */
    JEXTRACT("jextract-shaped", Kind.PEER),
    PROTOBUF_JAVA("protobuf-java", Kind.PEER),
    SBE("SBE", Kind.PEER),
    FLATBUFFERS("FlatBuffers", Kind.PEER),
    CAPNPROTO("Cap'n Proto", Kind.PEER),
    /** Protobuf bytes on both sides of a call; the native side is named by the benchmark. */
    PROTOBUF("protobuf", Kind.PEER);

    /** What a contender is to us. */
    public enum Kind {
        OURS,
        NATIVE,
        /** Does less than we do, so nobody is behind it. */
        FLOOR,
        PEER
    }

    private final String label;
    private final Kind kind;

    Contender(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** In tables. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }
}
