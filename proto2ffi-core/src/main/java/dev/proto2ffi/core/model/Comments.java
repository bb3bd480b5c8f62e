package dev.proto2ffi.core.model;

/**
 * The comments at a declaration, as protobuf attaches them: without comment marks, lines ended by {@code \n}.
 *
 * @param leading empty where there are none
 * @param trailing empty where there are none
 */
public record Comments(String leading, String trailing) {
    public static final Comments NONE = new Comments("", "");

    /** Leading and trailing comments together, empty where there are none. */
    public String text() {
        return leading.isEmpty() || trailing.isEmpty() ? leading + trailing : leading + "\n" + trailing;
    }
}
