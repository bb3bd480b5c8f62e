import dev.proto2ffi.runtime.RandomStruct;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.lang.reflect.Method;
import java.util.Random;

/**
 * Whatever a struct holds comes back from its snapshot and from a deep copy. Arguments: the classes, then how many random
 * values of each.
 */
final class WholeStructs {
    private WholeStructs() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[arguments.length - 1]);
        int checked = 0;
        for (int i = 0; i < arguments.length - 1; i++) {
            Class<?> type = Class.forName(arguments[i]);
            for (int seed = 0; seed < rounds; seed++) {
                try {
                    check(type, seed);
                } catch (Exception | AssertionError e) {
                    throw new AssertionError(arguments[i] + " seed " + seed, e);
                }
                checked++;
            }
        }
        System.out.println(checked + " structs");
    }

    private static <T extends Struct> void check(Class<?> type, int seed) throws Exception {
        @SuppressWarnings("unchecked")
        StructType<T> structType = (StructType<T>) type.getField("TYPE").get(null);
        Class<?> snapshotType = type.getMethod("toSnapshot").getReturnType();
        try (Arena arena = Arena.ofConfined();
                Arena other = Arena.ofConfined()) {
            RandomStruct values = new RandomStruct(new Random(seed), arena);
            T original = values.make(structType);
            String text = original.toString();
            Object snapshot = call(original, "toSnapshot");
            Object restored = type.getMethod("from", snapshotType, SegmentAllocator.class)
                    .invoke(null, snapshot, other);
            same(original, restored);
            expect(snapshot.equals(call(restored, "toSnapshot")), "snapshots are equal");
            expect(snapshot.hashCode() == call(restored, "toSnapshot").hashCode(), "hash codes are equal");

            Object copy = structType.allocate(other);
            if (structType.isFlat()) {
                type.getMethod("copyFrom", type).invoke(copy, original);
            } else {
                type.getMethod("copyFrom", SegmentAllocator.class, type).invoke(copy, other, original);
            }
            same(original, copy);
            expect(text.equals(copy.toString()), "texts are equal");
            values.spoil();
            same(restored, copy);

            Object empty = structType.allocate(other);
            call(copy, "clear");
            same(empty, copy);
            expect(copy.toString().equals(empty.toString()), "text is clear");
        }
    }

    private static void same(Object a, Object b) throws Exception {
        Method equals = a.getClass().getMethod("contentEquals", a.getClass());
        expect((boolean) equals.invoke(a, b) && (boolean) equals.invoke(b, a), "contents are equal:\n" + a + "\n" + b);
    }

    private static Object call(Object target, String method) throws Exception {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
