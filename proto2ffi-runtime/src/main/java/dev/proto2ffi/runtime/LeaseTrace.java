package dev.proto2ffi.runtime;

/** Where something happened to a struct of a pool, and in which thread. Never thrown: it says so as a cause. */
final class LeaseTrace extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * The calling thread's stack.
     *
     * @param what happened, such as {@code acquired}
     */
    LeaseTrace(String what) {
        super(what + " by thread " + name(Thread.currentThread()));
    }

    /** The same stack with another message. */
    LeaseTrace(String message, LeaseTrace where) {
        super(message);
        setStackTrace(where.getStackTrace());
    }

    private static String name(Thread thread) {
        return thread.getName().isEmpty() ? "#" + thread.threadId() : thread.getName();
    }
}
