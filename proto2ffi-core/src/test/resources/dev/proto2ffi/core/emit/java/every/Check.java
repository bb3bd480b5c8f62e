import java.util.Objects;

/** What the exercises check with; ends with an exception at the first surprise. */
final class Check {
    static int count;

    private Check() {}

    static void equal(Object actual, Object expected) {
        count++;
        if (!Objects.deepEquals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }

    static void refuses(Class<? extends Exception> type, String message, Runnable action) {
        count++;
        try {
            action.run();
        } catch (RuntimeException e) {
            if (type.isInstance(e) && String.valueOf(e.getMessage()).contains(message)) {
                return;
            }
            throw new AssertionError("expected " + type + " with " + message, e);
        }
        throw new AssertionError("expected " + type + " with " + message + ", but nothing was thrown");
    }
}
