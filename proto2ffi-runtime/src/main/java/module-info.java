/** Structs in native memory, for the code that proto2ffi generates and for its users. */
module dev.proto2ffi.runtime {
    requires static org.jspecify;
}
