package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.SourceFile;
import java.util.Arrays;

/** Columns as descriptors count them: bytes from 0, a tab going to the next multiple of 8. */
final class TabColumns {
    private final SourceFile file;
    private int[] tabs = new int[16];
    /** Column behind the tab of the same index. */
    private int[] behind = new int[16];

    private int count;

    TabColumns(SourceFile file) {
        this.file = file;
        int column = 0;
        for (int i = 0; i < file.length(); i++) {
            int c = file.byteAt(i);
            if (c == '\t') {
                column += 8 - column % 8;
                add(i, column);
            } else {
                column = c == '\n' ? 0 : column + 1;
            }
        }
    }

    private void add(int offset, int column) {
        if (count == tabs.length) {
            tabs = Arrays.copyOf(tabs, count * 2);
            behind = Arrays.copyOf(behind, count * 2);
        }
        tabs[count] = offset;
        behind[count++] = column;
    }

    /** @param line the line of the offset, from 0 */
    int of(int offset, int line) {
        int found = Arrays.binarySearch(tabs, 0, count, offset);
        int before = (found >= 0 ? found : -found - 1) - 1;
        int lineStart = file.lineStart(line);
        return before >= 0 && tabs[before] >= lineStart
                ? behind[before] + offset - tabs[before] - 1
                : offset - lineStart;
    }
}
