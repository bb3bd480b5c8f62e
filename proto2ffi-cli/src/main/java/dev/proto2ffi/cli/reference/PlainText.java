package dev.proto2ffi.cli.reference;

import java.util.List;

/** Blocks for a terminal or a pipe, filled to a width. */
public final class PlainText {
    private static final int INDENT = 2;

    private final int width;
    private final StringBuilder out = new StringBuilder();

    /** @param width columns */
    public PlainText(int width) {
        this.width = width;
    }

    /** A title and what stands under it. */
    public String of(String title, List<Block> blocks) {
        out.setLength(0);
        out.append(title).append("\n");
        for (Block block : blocks) {
            out.append('\n');
            add(block);
        }
        return out.toString();
    }

    private void add(Block block) {
        if (block instanceof Block.Text text) {
            fill(text.text(), 0);
        } else if (block instanceof Block.Item item) {
            fill(item.term(), INDENT);
            fill(item.text(), 3 * INDENT);
        } else if (block instanceof Block.Code code) {
            code.lines()
                    .forEach(line -> out.append(" ".repeat(INDENT)).append(line).append('\n'));
        }
    }

    private void fill(String text, int indent) {
        for (String line : Wrap.words(text, width - indent)) {
            out.append(" ".repeat(indent)).append(line).append('\n');
        }
    }
}
