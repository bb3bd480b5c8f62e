import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random values within bounds. */
final class Values {
    private final Random random;

    Values(long seed) {
        this.random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    int of(int... values) {
        return values[random.nextInt(values.length)];
    }

    private long bits() {
        switch (random.nextInt(4)) {
            case 0:
                return random.nextInt(3) - 1L;
            case 1:
                return random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
            default:
                return random.nextLong();
        }
    }

    long signed(int bits) {
        return bits() >> (64 - bits);
    }

    long unsigned(int bits) {
        return bits() >>> (64 - bits);
    }

    double real() {
        return random.nextInt(5) == 0 ? of(0, 1, -1) : random.nextInt() / 64.0;
    }

    byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text of at most so many bytes of UTF-8. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        int size = between(0, most);
        while (true) {
            int[] points = {'a', 'Z', '"', '\\', '\n', 0xe9, 0x20ac, 0x1f980};
            String next = new String(Character.toChars(points[random.nextInt(points.length)]));
            size -= next.getBytes(StandardCharsets.UTF_8).length;
            if (size < 0) {
                return text.toString();
            }
            text.append(next);
        }
    }
}
