package dev.proto2ffi.examples.social;

import social.ffi.CallReport;

/** What calls into the two libraries have in common: 0 is success, all else has its reason in the report. */
final class NativeCall {
    /** A {@code MethodHandle.invokeExact}, with the arguments of the moment. */
    @FunctionalInterface
    interface Call {
        int invoke() throws Throwable;
    }

    private NativeCall() {}

    /**
     * Calls a function that fills in {@code report}.
     *
     * @throws IllegalStateException if the function says that it failed
     */
    static void run(String function, CallReport report, Call call) {
        int status;
        try {
            status = call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a handle to a native function throws nothing that is checked", e);
        }
        if (status != 0) {
            throw new IllegalStateException(function + " answered " + status + ": " + report.error());
        }
    }
}
