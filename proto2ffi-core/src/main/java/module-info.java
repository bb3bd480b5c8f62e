/** The proto2ffi compiler: {@code .proto} text in, generated Java, C and Rust out. */
@SuppressWarnings("requires-automatic") // protobuf-java and JavaPoet have no module descriptor yet
module dev.proto2ffi.core {
    requires com.google.protobuf;
    requires com.palantir.javapoet;
    requires static org.jspecify;
}
