package dev.proto2ffi.benchmarks.harness;

import java.lang.reflect.Method;
import java.util.List;

/**
 * What a benchmark says of itself.
 *
 * @param benchmark the simple name of its class
 * @param mode the simple name of the nested class
 * @param shape the method
 */
public record Comparison(String benchmark, String mode, String shape, Compared compared) {
    /** Of a benchmark by its full name: package, class, nested class, method. JMH writes nested classes with a dot. */
    public static Comparison of(String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        int last = parts.size() - 1;
        String outer = String.join(".", parts.subList(0, last - 1));
        String mode = parts.get(last - 1);
        try {
            for (Method method : Class.forName(outer + "$" + mode).getMethods()) {
                Compared compared = method.getAnnotation(Compared.class);
                if (compared != null && method.getName().equals(parts.get(last))) {
                    return new Comparison(parts.get(last - 2), mode, parts.get(last), compared);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class of benchmark " + name, e);
        }
        throw new IllegalStateException(name + " has no @Compared");
    }
}
