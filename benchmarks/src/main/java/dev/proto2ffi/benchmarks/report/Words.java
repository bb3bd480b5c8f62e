package dev.proto2ffi.benchmarks.report;

import com.google.gson.Gson;
import java.util.Arrays;

/**
 * How a category is presented, of {@code tables.json}.
 *
 * @param word the category
 * @param chart {@code bars} or {@code lines}
 * @param sentence what was measured
 */
record Words(String word, String heading, String chart, String sentence) {
    static final String LINES = "lines";

    /** Those of the resource; a category that it doesn't know speaks for itself. */
    static Words of(Run.Table table) {
        return Arrays.stream(new Gson().fromJson(Resource.text("tables.json"), Words[].class))
                .filter(words -> words.word().equals(table.word()))
                .findFirst()
                .orElseGet(() -> new Words(table.word(), table.word(), "bars", table.title()));
    }
}
