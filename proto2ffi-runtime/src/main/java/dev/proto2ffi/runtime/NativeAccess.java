package dev.proto2ffi.runtime;

/** The JVM flag that permits this library to call native code and to address memory freely. */
final class NativeAccess {
    private NativeAccess() {}

    /** The flag to give, with this library's module as the JVM sees it. */
    static String flag() {
        Module module = NativeAccess.class.getModule();
        return "--enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
    }

    /**
     * What to throw where it is refused.
     *
     * @param what "native access to FILE"
     */
    static NativeLibraryException denied(String what, IllegalCallerException cause) {
        return new NativeLibraryException("the JVM denies " + what + "; start it with " + flag(), cause);
    }
}
