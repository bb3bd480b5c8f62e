package dev.proto2ffi.benchmarks.harness;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Warms rows up which the suite's warm-up is too short for: much code takes the JIT longer than a loop of ours. The row runs until the
 * compilers rest.
 */
public final class WarmUp {
    private static final long SLICE_NANOS = 100_000_000;

    /** A long compilation is not counted until it is done, so one quiet slice says little. */
    private static final int QUIET_SLICES = 3;

    private static final int LEAST_SLICES = 5;
    private static final int MOST_SLICES = 30;

    private WarmUp() {}

    /**
     * To be called at the end of a set-up. Native rows are left as they are.
     *
     * @param benchmarks whose method of the row takes no arguments
     */
    public static void run(Object benchmarks, BenchmarkParams row, Blackhole blackhole) throws Throwable {
        String name = row.getBenchmark().substring(row.getBenchmark().lastIndexOf('.') + 1);
        for (Method method : benchmarks.getClass().getMethods()) {
            Compared compared = method.getAnnotation(Compared.class);
            if (method.getName().equals(name)
                    && compared != null
                    && compared.by().kind() != Contender.Kind.NATIVE) {
                run(benchmarks, method, blackhole);
            }
        }
    }

    private static void run(Object benchmarks, Method row, Blackhole blackhole) throws Throwable {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        int quiet = 0;
        for (int slice = 0; slice < MOST_SLICES && (slice < LEAST_SLICES || quiet < QUIET_SLICES); slice++) {
            long compiled = compilers.getTotalCompilationTime();
            long start = System.nanoTime();
            try {
                do {
                    blackhole.consume(row.invoke(benchmarks));
                } while (System.nanoTime() - start < SLICE_NANOS);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            quiet = compilers.getTotalCompilationTime() == compiled ? quiet + 1 : 0;
        }
    }
}
