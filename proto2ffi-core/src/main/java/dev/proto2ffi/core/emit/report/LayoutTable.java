package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Layouts as tables for people: every member and every gap by offset, and what the gaps cost. */
public final class LayoutTable {
    private static final String BOLD = "\u001B[1m";
    private static final String RESET = "\u001B[0m";

    private final TargetNames names;
    private final TextStyle style;

    public LayoutTable(TargetNames names, TextStyle style) {
        this.names = names;
        this.style = style;
    }

    /** One table for each struct, and a line about all of them where there are several. */
    public String print(List<StructLayout> structs) {
        if (structs.isEmpty()) {
            return "no structs\n";
        }
        StringBuilder out = new StringBuilder();
        long padding = 0;
        for (StructLayout struct : structs) {
            List<Gap> gaps = Gap.of(struct);
            padding += Gap.total(gaps);
            out.append(heading(struct)).append('\n');
            out.append(grid(struct, gaps).print(style));
            out.append(summary(struct, Gap.total(gaps))).append("\n\n");
        }
        if (structs.size() > 1) {
            out.append(structs.size())
                    .append(" structs, ")
                    .append(padding(padding))
                    .append(" in all\n");
        } else {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private String heading(StructLayout layout) {
        String name = layout.struct().fullName();
        return (style.colour() ? BOLD + name + RESET : name)
                + "  " + bytes(layout.size())
                + ", align " + layout.align()
                + (layout.flat() ? ", flat" : ", holds pointers")
                + ", " + LayoutJson.fingerprint(layout);
    }

    private Grid grid(StructLayout layout, List<Gap> gaps) {
        Grid grid = new Grid(2, "offset", "size", "member", "protobuf", "C");
        Deque<Gap> pending = new ArrayDeque<>(gaps);
        for (StructLayout.Leaf leaf : layout.leaves()) {
            Member member = leaf.member();
            if (!pending.isEmpty() && pending.getFirst().offset() < member.offset()) {
                addGap(grid, pending.removeFirst());
            }
            String type =
                    member.kind() == Member.Kind.DATA ? member.requireField().protoType() : "";
            grid.add(
                    false,
                    number(member.offset()),
                    number(member.size()),
                    leaf.path(),
                    type,
                    names.cType(layout.struct(), member));
        }
        pending.forEach(gap -> addGap(grid, gap));
        return grid;
    }

    private void addGap(Grid grid, Gap gap) {
        grid.add(true, number(gap.offset()), number(gap.size()), style.unicode() ? "·· padding" : "-- padding", "", "");
    }

    private static String summary(StructLayout layout, int padding) {
        if (padding == 0) {
            return "no padding";
        }
        return String.format(Locale.ROOT, "%s (%.1f %%)", padding(padding), 100.0 * padding / layout.size());
    }

    private static String padding(long bytes) {
        return bytes(bytes) + " of padding";
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : number(count) + " bytes";
    }

    /** Plain digits: tables are copied into code. */
    private static String number(long value) {
        return Long.toString(value);
    }
}
