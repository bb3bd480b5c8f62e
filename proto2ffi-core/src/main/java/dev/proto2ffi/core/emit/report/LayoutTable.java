package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Layouts as tables for people: every member and every gap by offset, where cache lines begin, what the gaps cost, and the
 * order that would save it.
 */
public final class LayoutTable {
    private final TargetNames names;
    private final LayoutFacts facts;
    private final TextStyle style;
    private final boolean drawn;
    private final Frame frame;

    /** @param drawn whether with lines and within the style's width, else as plain columns without the cache lines */
    public LayoutTable(TargetNames names, LayoutFacts facts, TextStyle style, boolean drawn) {
        this.names = names;
        this.facts = facts;
        this.style = style;
        this.drawn = drawn;
        this.frame = drawn && style.unicode() ? Frame.UNICODE : Frame.ASCII;
    }

    /** One table for each struct, and a line about all of them where there are several. */
    public String print(List<StructLayout> structs) {
        if (structs.isEmpty()) {
            return "no structs\n";
        }
        StringBuilder out = new StringBuilder();
        long padding = 0;
        for (StructLayout struct : structs) {
            StructFacts of = facts.of(struct);
            padding += of.own();
            append(out, heading(struct), Paint.BOLD);
            Grid grid = grid(struct, of);
            out.append(drawn ? grid.draw(frame, style.width(), style.colour()) : grid.columns(style.colour()));
            summary(of, out);
            out.append('\n');
        }
        if (structs.size() > 1) {
            append(out, structs.size() + " structs, " + Quantity.bytes(padding) + " of padding in all", Paint.PLAIN);
        } else {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private String heading(StructLayout layout) {
        return layout.struct().fullName()
                + "  " + Quantity.bytes(layout.size())
                + ", align " + layout.align()
                + (layout.flat() ? ", flat" : ", holds pointers")
                + ", " + LayoutJson.fingerprint(layout);
    }

    /** Within the screen where it is drawn for one. */
    private void append(StringBuilder out, String text, Paint paint) {
        for (String line : drawn ? Lines.broken(text, style.width()) : List.of(text)) {
            out.append(paint.on(line, style.colour())).append('\n');
        }
    }

    private Grid grid(StructLayout layout, StructFacts of) {
        Grid grid = new Grid(2, "offset", "size", "member", "protobuf", "C");
        Deque<Gap> pending = new ArrayDeque<>(Gap.of(layout));
        Set<Member> hot = of.hot().stream().map(FieldLayout::data).collect(Collectors.toSet());
        LineRules rules = new LineRules(grid);
        for (StructLayout.Leaf leaf : layout.leaves()) {
            Member member = leaf.member();
            if (!pending.isEmpty() && pending.getFirst().offset() < member.offset()) {
                addGap(grid, pending.removeFirst(), rules);
            }
            rules.before(member.offset());
            boolean data = member.kind() == Member.Kind.DATA;
            grid.add(
                    paint(data, hot.contains(member)),
                    Integer.toString(member.offset()),
                    Integer.toString(member.size()),
                    leaf.path(),
                    data ? member.requireField().protoType() : "",
                    names.cType(layout.struct(), member));
            rules.behind(leaf.path());
        }
        pending.forEach(gap -> addGap(grid, gap, rules));
        return grid;
    }

    private static Paint paint(boolean data, boolean hot) {
        if (hot) {
            return Paint.MAGENTA;
        }
        return data ? Paint.PLAIN : Paint.DIM;
    }

    private void addGap(Grid grid, Gap gap, LineRules rules) {
        rules.before(gap.offset());
        grid.add(
                Paint.YELLOW,
                Integer.toString(gap.offset()),
                Integer.toString(gap.size()),
                frame.padding() + "padding",
                "",
                "");
        rules.behind("the padding");
    }

    /** Draws a line before what stands in another cache line than all before it. */
    private static final class LineRules {
        private final Grid grid;
        private int line;
        private String last = "";

        LineRules(Grid grid) {
            this.grid = grid;
        }

        void before(int offset) {
            int now = CacheLines.of(offset);
            if (now > line) {
                int start = now * CacheLines.SIZE;
                grid.addRule("cache line " + now + ", from " + start + (start == offset ? "" : " in " + last));
                line = now;
            }
        }

        void behind(String name) {
            last = name;
        }
    }

    /** Plain columns say of padding and order only what there is to say, so that those of a good layout stay short. */
    private void summary(StructFacts of, StringBuilder out) {
        append(out, of.padding() + (drawn ? ", " + of.lines() : ""), of.own() > 0 ? Paint.YELLOW : Paint.PLAIN);
        of.paddingInside().forEach(sentence -> append(out, sentence, Paint.YELLOW));
        String advice = of.advice();
        if (advice != null) {
            append(out, advice, Paint.GREEN);
            append(out, "its order: " + String.join(", ", of.betterNames()), Paint.GREEN);
        }
        String straddlers = of.straddlers();
        if (drawn && straddlers != null) {
            append(out, straddlers, Paint.PLAIN);
        }
        String hotLines = of.hotLines();
        if (hotLines != null) {
            append(out, hotLines, Paint.MAGENTA);
        }
    }
}
