package dev.proto2ffi.benchmarks.throughput;

import dev.proto2ffi.runtime.StructArray;
import java.util.SplittableRandom;
import social.ffi.Comment;

/** Texts of comments, from a seed. */
final class Texts {
    /** Bytes of a text that fills its field but for the NUL. */
    static final int LONGEST = 1_999;

    /** Different texts; comments share them, for writing each anew would take longer than the benchmark. */
    private static final int TEXTS = 64;

    private Texts() {}

    /** Gives each comment a text of words, nearly as long as the field holds, and a number of likes. */
    static void fill(StructArray<Comment> comments) {
        SplittableRandom random = new SplittableRandom(2026);
        String[] texts = new String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = words(random, LONGEST - i % 8);
        }
        for (long i = 0; i < comments.length(); i++) {
            comments.get(i).text(texts[(int) (i % TEXTS)]).likeCount(i);
        }
    }

    private static String words(SplittableRandom random, int bytes) {
        StringBuilder text = new StringBuilder(bytes);
        while (text.length() < bytes) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
