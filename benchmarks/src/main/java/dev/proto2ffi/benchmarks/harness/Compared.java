package dev.proto2ffi.benchmarks.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a benchmark: how to read its result. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Compared {
    /** Who does the work. */
    Contender by() default Contender.PROTO2FFI;

    /** The method of the same class that does the same work in native code. */
    String to();

    /**
     * What the benchmark does in one invocation: elements visited, structs acquired. Times are shown for one of them.
     * Where there are parameters, it is the same for all of their values.
     */
    int operations();

    /** Whether an invocation may last seconds, and the set-up has warmed the JVM: then one iteration is enough. */
    boolean lengthy() default false;
}
