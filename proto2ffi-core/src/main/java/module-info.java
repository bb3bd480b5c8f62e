/** The proto2ffi compiler: {@code .proto} text in, generated Java, C and Rust out. */
@SuppressWarnings("requires-automatic") // protobuf-java and JavaPoet have no module descriptor yet
module dev.proto2ffi.core {
    requires com.google.protobuf;
    requires com.palantir.javapoet;
    requires java.compiler; // JavaPoet: javax.lang.model
    requires java.logging; // protobuf-java
    requires jdk.unsupported; // protobuf-java: sun.misc.Unsafe
    requires static org.jspecify;

    // What the command line and the Maven plugin see; ModuleTest repeats the list, so that adding to it is deliberate.
    exports dev.proto2ffi.core.diagnostic;
    exports dev.proto2ffi.core.source;
}
