import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Runs the loops until the compiler has done its work, and says which of them still allocate. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes for each call that count as nothing: the smallest object has 16; to fill an array takes up to 3 a call. */
    private static final double NOTHING = 8;

    private static final int PASSES = 30;

    /** How many measurements a loop gets until it is compiled. */
    private static final int PATIENCE = 40;

    /** Keeps the compiler from leaving the loops out. */
    private static volatile long consumed;

    private Allocations() {}

    public static void main(String[] arguments) {
        List<String> found = new ArrayList<>();
        for (int loop = 0; loop < Loops.NAMES.length; loop++) {
            if (arguments.length > 0 && !Loops.NAMES[loop].startsWith(arguments[0])) {
                continue;
            }
            double bytes = settled(loop);
            if (bytes >= NOTHING) {
                found.add(Loops.NAMES[loop] + " " + bytes + " B");
            }
        }
        found.forEach(System.out::println);
        System.out.println(Loops.NAMES.length + " loops, " + found.size() + " allocate");
    }

    private static double settled(int loop) {
        double bytes = NOTHING;
        for (int i = 0; i < PATIENCE && bytes >= NOTHING; i++) {
            bytes = bytesACall(loop);
        }
        return bytes;
    }

    private static double bytesACall(int loop) {
        long sum = consumed;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < PASSES; i++) {
            sum += Loops.run(loop);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        consumed = sum;
        return (double) bytes / PASSES / Filled.LENGTH;
    }
}
