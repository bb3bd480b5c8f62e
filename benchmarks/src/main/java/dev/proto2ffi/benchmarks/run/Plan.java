package dev.proto2ffi.benchmarks.run;

import dev.proto2ffi.benchmarks.harness.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The rows of a category, before they are measured. */
public final class Plan {
    /**
     * A benchmark with one set of parameters.
     *
     * @param category its word
     * @param benchmark its full name, as JMH writes it
     * @param parameters by name, in alphabetical order
     */
    public record Task(String category, String benchmark, Map<String, String> parameters) {
        /** See {@link dev.proto2ffi.benchmarks.harness.Compared#lengthy}. */
        boolean isLengthy() {
            return Comparison.of(benchmark).compared().lengthy();
        }

        /** Without what all have in common. */
        public String label() {
            Comparison comparison = Comparison.of(benchmark);
            return category + " " + comparison.benchmark() + "." + comparison.mode() + "." + comparison.shape()
                    + (parameters.isEmpty()
                            ? ""
                            : " "
                                    + parameters.entrySet().stream()
                                            .map(entry -> entry.getKey() + " " + entry.getValue())
                                            .collect(Collectors.joining(", ")));
        }
    }

    private Plan() {}

    /**
     * All tasks of the classes.
     *
     * @param benchmarks classes whose nested classes have the benchmarks
     */
    public static List<Task> of(String category, List<Class<?>> benchmarks) {
        OutputFormat silence = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
        List<String> patterns = benchmarks.stream()
                .map(benchmark -> "^" + benchmark.getName().replace(".", "\\.") + "\\..*")
                .toList();
        return BenchmarkList.defaultList().find(silence, patterns, List.of()).stream()
                // One entry a benchmark, even where it has several modes.
                .filter(entry -> entry.getMode() == Mode.SampleTime)
                .flatMap(entry -> combinations(entry).stream()
                        .map(parameters -> new Task(category, entry.getUsername(), parameters)))
                .toList();
    }

    private static List<Map<String, String>> combinations(BenchmarkListEntry entry) {
        List<Map<String, String>> combinations = List.of(new TreeMap<>());
        if (!entry.getParams().hasValue()) {
            return combinations;
        }
        for (Map.Entry<String, String[]> parameter :
                new TreeMap<>(entry.getParams().get()).entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                Arrays.stream(parameter.getValue()).forEach(value -> {
                    Map<String, String> with = new TreeMap<>(combination);
                    with.put(parameter.getKey(), value);
                    longer.add(with);
                });
            }
            combinations = longer;
        }
        return combinations;
    }
}
