package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.layout.Member.Kind;
import dev.proto2ffi.core.layout.ReferenceTypes.Room;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The members of one struct, as a C programmer would write them down, and where they come to stand. */
final class ReferenceMembers {
    private final StructDef struct;
    private final ReferenceTypes types;
    private final Predicate<LayoutRule> broken;
    private final Set<String> taken = new HashSet<>();

    ReferenceMembers(StructDef struct, ReferenceTypes types, Predicate<LayoutRule> broken) {
        this.struct = struct;
        this.types = types;
        this.broken = broken;
        for (FieldDef field : struct.fields()) {
            taken.add(field.oneof() == null ? field.name() : field.oneof());
        }
    }

    /** A line of the struct's declaration. */
    private record Line(
            String name,
            Kind kind,
            @Nullable FieldDef field,
            @Nullable OneofDef oneof,
            Room room) {}

    /** The struct with its offsets. */
    record Placed(long size, long align, List<Member> members, Map<String, Member> inUnions) {
        Member data(FieldDef field) {
            return field.oneof() == null ? find(Kind.DATA, field, null) : inUnions.get(field.name());
        }

        @Nullable Member count(FieldDef field) {
            return field.type() instanceof FieldType.BoundedRepeated ? find(Kind.COUNT, field, null) : null;
        }

        @Nullable Member caseOf(FieldDef field) {
            for (Member member : members) {
                if (member.kind() == Kind.CASE && member.requireOneof().name().equals(field.oneof())) {
                    return member;
                }
            }
            return null;
        }

        Member of(Kind kind, OneofDef oneof) {
            return find(kind, null, oneof);
        }

        private Member find(Kind kind, @Nullable FieldDef field, @Nullable OneofDef oneof) {
            return members.stream()
                    .filter(member -> member.kind() == kind
                            && Objects.equals(member.field(), field)
                            && Objects.equals(member.oneof(), oneof))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Placed place() {
        List<Line> lines = lines();
        if (broken.test(LayoutRule.DECLARATION_ORDER) && struct.order() == MemberOrder.DECLARATION) {
            return place(sorted(lines));
        }
        Placed declared = place(lines);
        if (struct.order() == MemberOrder.DECLARATION) {
            return declared;
        }
        Placed sorted = place(sorted(lines));
        boolean isWorse = sorted.size() > declared.size();
        return isWorse != broken.test(LayoutRule.SMALLEST_NEVER_LARGER) && isWorse ? declared : sorted;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        long bits = struct.fields().stream().filter(FieldDef::presence).count();
        if (bits > 0) {
            long words = broken.test(LayoutRule.PRESENCE_ALL_BITS) ? 1 : (bits + 31) / 32;
            Room word = types.number(broken.test(LayoutRule.PRESENCE_IN_WORDS) ? 8 : 4);
            lines.add(
                    new Line(free("p2f_has"), Kind.PRESENCE, null, null, new Room(words * word.size(), word.align())));
        }
        List<FieldDef> fields = new ArrayList<>(struct.fields());
        if (struct.mapEntry() && broken.test(LayoutRule.ENTRY_KEY_FIRST)) {
            Collections.reverse(fields);
        }
        List<Line> late = new ArrayList<>();
        for (FieldDef field : fields) {
            if (field.oneof() != null) {
                oneof(field, broken.test(LayoutRule.ONEOF_AT_FIRST_MEMBER) ? late : lines);
            } else {
                field(field, lines);
            }
        }
        lines.addAll(late);
        if (lines.isEmpty()) {
            long size = broken.test(LayoutRule.EMPTY_IS_ONE) ? 0 : 1;
            lines.add(new Line(free("p2f_empty"), Kind.EMPTY, null, null, new Room(size, 1)));
        }
        if (bits > 0 && broken.test(LayoutRule.PRESENCE_FIRST)) {
            lines.add(lines.remove(0));
        }
        return lines;
    }

    private void field(FieldDef field, List<Line> lines) {
        Line data = new Line(field.name(), Kind.DATA, field, null, aligned(field));
        if (field.type() instanceof FieldType.BoundedRepeated
                || (field.type() instanceof FieldType.FixedRepeated
                        && broken.test(LayoutRule.FIXED_COUNT_WITHOUT_COUNT))) {
            Room room = types.number(broken.test(LayoutRule.COUNT_IS_UINT32) ? 8 : 4);
            Line count = new Line(free(field.name() + "_count"), Kind.COUNT, field, null, room);
            lines.addAll(broken.test(LayoutRule.COUNT_FIRST) ? List.of(data, count) : List.of(count, data));
        } else {
            lines.add(data);
        }
    }

    private void oneof(FieldDef member, List<Line> lines) {
        OneofDef oneof = struct.oneofs().stream()
                .filter(next -> next.name().equals(member.oneof()))
                .findFirst()
                .orElseThrow();
        if (lines.stream().anyMatch(line -> oneof.equals(line.oneof()))) {
            return;
        }
        Room room = types.number(broken.test(LayoutRule.CASE_IS_INT32) ? 8 : 4);
        Line word = new Line(free(oneof.name() + "_case"), Kind.CASE, null, oneof, room);
        Line union = new Line(oneof.name(), Kind.UNION, null, oneof, union(struct.membersOf(oneof)));
        lines.addAll(broken.test(LayoutRule.CASE_FIRST) ? List.of(union, word) : List.of(word, union));
    }

    private Room union(List<FieldDef> fields) {
        List<Room> rooms = fields.stream().map(this::aligned).toList();
        long size = rooms.stream().mapToLong(Room::size).max().orElseThrow();
        long align = rooms.stream().mapToLong(Room::align).max().orElseThrow();
        if (broken.test(LayoutRule.UNION_HOLDS_LARGEST)) {
            size = rooms.get(0).size();
        }
        if (broken.test(LayoutRule.UNION_ALIGNMENT)) {
            align = rooms.get(0).align();
        }
        if (struct.packed() && broken.test(LayoutRule.PACKED_UNION)) {
            align = 4;
        }
        Room room = new Room(size, align);
        return broken.test(LayoutRule.UNION_ROUNDED) ? room : room.padded();
    }

    private Room aligned(FieldDef field) {
        Room room = field.type().accept(types);
        return broken.test(LayoutRule.FIELD_ALIGN)
                ? room
                : new Room(room.size(), Math.max(room.align(), field.align()));
    }

    private String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** By falling alignment; the presence words stay first. */
    private List<Line> sorted(List<Line> lines) {
        if (broken.test(LayoutRule.SMALLEST_BY_ALIGNMENT)) {
            return lines;
        }
        List<Line> first = new ArrayList<>();
        Map<Long, List<Line>> byAlign = new TreeMap<>(Collections.reverseOrder());
        for (Line line : lines) {
            if (line.kind() == Kind.PRESENCE) {
                first.add(line);
            } else {
                List<Line> equals = byAlign.computeIfAbsent(line.room().align(), align -> new ArrayList<>());
                equals.add(broken.test(LayoutRule.SMALLEST_TIES) ? 0 : equals.size(), line);
            }
        }
        List<Line> rest = byAlign.values().stream().flatMap(List::stream).toList();
        if (first.isEmpty() || rest.isEmpty() || broken.test(LayoutRule.SMALLEST_FILLS_GAP)) {
            first.addAll(rest);
            return first;
        }
        long words = first.get(0).room().size();
        boolean leavesGap =
                words % rest.get(0).room().align() != 0 && rest.get(0).room().align() > 4;
        Room word = new Room(4, 4);
        rest.stream()
                .filter(line -> leavesGap && line.room().equals(word))
                .findFirst()
                .ifPresent(first::add);
        rest.stream().filter(line -> !first.contains(line)).toList().forEach(first::add);
        return first;
    }

    private Placed place(List<Line> lines) {
        long offset = 0;
        long align = broken.test(LayoutRule.MESSAGE_ALIGN) ? 1 : struct.align();
        List<Member> members = new ArrayList<>();
        Map<String, Member> inUnions = new TreeMap<>();
        for (Line line : lines) {
            if (!broken.test(LayoutRule.MEMBER_PADDING)) {
                offset = ReferenceTypes.up(offset, line.room().align());
            }
            members.add(member(line, offset));
            if (line.kind() == Kind.UNION && line.oneof() != null) {
                long shift = broken.test(LayoutRule.UNION_MEMBERS_AT_START) ? 8 : 0;
                for (FieldDef field : struct.membersOf(line.oneof())) {
                    Line inner = new Line(field.name(), Kind.DATA, field, null, aligned(field));
                    inUnions.put(field.name(), member(inner, offset + shift));
                }
            }
            offset += line.room().size();
            align = Math.max(align, raising(line));
        }
        if (broken.test(LayoutRule.STRUCT_ALIGNMENT)) {
            align = lines.get(0).room().align();
        }
        boolean unpadded =
                broken.test(LayoutRule.TAIL_PADDING) || (struct.mapEntry() && broken.test(LayoutRule.ENTRY_PADDED));
        return new Placed(unpadded ? offset : ReferenceTypes.up(offset, align), align, members, inUnions);
    }

    private long raising(Line line) {
        boolean ownAlign = line.field() != null && line.field().align() > 1;
        return ownAlign && broken.test(LayoutRule.FIELD_ALIGN_RAISES_STRUCT)
                ? line.field().type().accept(types).align()
                : line.room().align();
    }

    private static Member member(Line line, long offset) {
        return new Member(
                line.name(),
                line.kind(),
                line.field(),
                line.oneof(),
                (int) offset,
                (int) line.room().size(),
                (int) line.room().align());
    }
}
