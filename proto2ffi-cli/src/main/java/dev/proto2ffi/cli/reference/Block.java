package dev.proto2ffi.cli.reference;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text that is shown in a terminal, in a man page and in Markdown. */
public sealed interface Block {
    /** Prose, to be filled. */
    record Text(String text) implements Block {}

    /** A word and what it means. */
    record Item(String term, String text) implements Block {}

    /** Lines as they are. */
    record Code(List<String> lines) implements Block {}

    /**
     * The blocks of what picocli shows as it is: prose flush left, an empty line between paragraphs; lines that begin
     * with two spaces are code.
     */
    static List<Block> of(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            boolean continues = !open.isEmpty() && !line.isBlank() && isCode(line) == isCode(open.get(0));
            if (!continues) {
                close(open, blocks);
            }
            if (!line.isBlank()) {
                open.add(line);
            }
        }
        close(open, blocks);
        return List.copyOf(blocks);
    }

    private static boolean isCode(String line) {
        return line.startsWith("  ");
    }

    private static void close(List<String> open, List<Block> blocks) {
        if (open.isEmpty()) {
            return;
        }
        if (isCode(open.get(0))) {
            blocks.add(new Code(open.stream().map(line -> line.substring(2)).toList()));
        } else {
            blocks.add(new Text(String.join(" ", open)));
        }
        open.clear();
    }
}
