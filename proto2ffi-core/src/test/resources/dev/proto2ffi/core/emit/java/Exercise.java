import dev.proto2ffi.runtime.ArenaPool;
import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import other.ffi.Shared;
import sink.ffi.Color;
import sink.ffi.Defaults;
import sink.ffi.Empty;
import sink.ffi.Fixed;
import sink.ffi.Holder;
import sink.ffi.Optional;
import sink.ffi.Repeated;
import sink.ffi.Singular;
import sink.ffi.Small;
import sink.ffi.Tiny;

/** Uses every construct of the generated classes over real memory; ends with an exception at the first surprise. */
public final class Exercise {
    private static int checks;

    private Exercise() {}

    public static void main(String[] args) {
        exercise(Arena.ofConfined());
        ScratchArena scratch = ScratchArena.ofConfined();
        leaveDirt(scratch);
        exercise(scratch);
        try (ArenaPool pool = ArenaPool.of(100_000, 1)) {
            try (Arena arena = pool.acquire()) {
                leaveDirt(arena);
            }
            exercise(pool.acquire());
        }
        notZeroed();
        System.out.println(checks + " checks");
    }

    private static void exercise(Arena owner) {
        try (Arena arena = owner) {
            singular(arena);
            optional(arena);
            segments();
            repeated(arena);
            fixed(arena);
            defaults(arena);
            wholeStructs(arena);
            arrays(arena);
            enums();
            types(arena);
            handles(arena);
            names(arena);
        }
    }

    private static void leaveDirt(Arena arena) {
        arena.allocate(100_000).fill((byte) 0x55);
        if (arena instanceof ScratchArena scratch) {
            scratch.reset();
        }
    }

    /** What may be left of earlier content is numbers that have no presence, and nothing else. */
    private static void notZeroed() {
        try (ScratchArena scratch = ScratchArena.builder().zeroed(false).build()) {
            leaveDirt(scratch);
            Singular singular = Singular.allocate(scratch);
            equal(singular.fInt32(), 0x55555555);
            equal(singular.fText(), "");
            equal(singular.fData().length, 0);
            equal(singular.fShared().label(), "");
            Optional optional = Optional.allocate(scratch);
            equal(optional.contentEquals(Optional.allocate(Arena.ofAuto())), true);
            Repeated repeated = Repeated.allocate(scratch);
            equal(repeated.toString(), "");
            Defaults defaults = Defaults.allocate(scratch);
            equal(defaults.contentEquals(Defaults.allocate(Arena.ofAuto())), true);
            for (Singular each : Singular.allocateArray(scratch, 3)) {
                equal(each.fInt32(), 0);
            }
        }
    }

    private static void equal(Object actual, Object expected) {
        checks++;
        if (!Objects.deepEquals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }

    private static void refuses(Class<? extends Exception> type, String message, Runnable action) {
        checks++;
        try {
            action.run();
        } catch (RuntimeException e) {
            if (type.isInstance(e) && String.valueOf(e.getMessage()).contains(message)) {
                return;
            }
            throw new AssertionError("expected " + type + " with " + message, e);
        }
        throw new AssertionError("expected " + type + " with " + message + ", but nothing was thrown");
    }

    private static void singular(Arena arena) {
        Singular s = Singular.allocate(arena);
        equal(s.toString(), "f_small: 3\nf_small: 3\n".substring(0, 0));
        s.fDouble(1.25).fFloat(-2.5f).fInt32(-1).fInt64(Long.MIN_VALUE).fUint32(-2).fUint64(-3);
        s.fSint32(4).fSint64(5).fFixed32(6).fFixed64(7).fSfixed32(8).fSfixed64(9).fBool(true);
        s.fColor(Color.NEGATIVE).fTiny(Tiny.T1).fSmall(Small.S4).fText("grün").fData(new byte[] {1, 2, 3});
        s.fHash(new byte[] {9, 8, 7, 6}).fShared().id(77).label("l");
        equal(s.fDouble(), 1.25);
        equal(s.fFloat(), -2.5f);
        equal(s.fInt32(), -1);
        equal(s.fInt64(), Long.MIN_VALUE);
        equal(s.fUint32(), -2);
        equal(s.fUint32Unsigned(), 4294967294L);
        equal(s.fUint64(), -3L);
        equal(s.fSint32() + s.fSint64() + s.fFixed32() + s.fFixed64() + s.fSfixed32() + s.fSfixed64(), 39L);
        equal(s.fBool(), true);
        equal(s.fColor(), Color.NEGATIVE);
        equal(s.fColorNumber(), -5);
        equal(s.fTiny(), Tiny.T1);
        equal(s.fSmallNumber(), 4);
        equal(s.fText(), "grün");
        equal(s.fTextSize(), 5);
        equal(s.fTextSegment().byteSize(), 5L);
        equal(s.fTextEquals("grün".getBytes(java.nio.charset.StandardCharsets.UTF_8)), true);
        equal(s.fData(), new byte[] {1, 2, 3});
        equal(s.fDataSize(), 3);
        equal(s.fDataSegment().byteSize(), 3L);
        equal(s.fDataEquals(new byte[] {1, 2, 4}), false);
        equal(s.fHash(), new byte[] {9, 8, 7, 6});
        equal(s.fHashSegment().byteSize(), 4L);
        equal(s.fHashEquals(new byte[] {9, 8, 7, 6}), true);
        equal(s.fHashEquals(new byte[] {9, 8, 7}), false);
        equal(s.fShared().id(), 77);
        equal(s.fShared().label(), "l");
        s.fData(MemorySegment.ofArray(new byte[] {5})).fHash(MemorySegment.ofArray(new byte[4]));
        equal(s.fData(), new byte[] {5});
        equal(s.fHash(), new byte[4]);
        equal(s.fUint32Unsigned(4000000000L).fUint32(), (int) 4000000000L);

        refuses(FieldOverflowException.class, "sink.Singular.f_uint32", () -> s.fUint32Unsigned(-1));
        refuses(FieldOverflowException.class, "sink.Singular.f_text: 11 bytes", () -> s.fText("12345678901"));
        refuses(FieldOverflowException.class, "sink.Singular.f_data: 6 bytes", () -> s.fData(new byte[6]));
        refuses(IllegalArgumentException.class, "sink.Singular.f_hash", () -> s.fHash(new byte[3]));
        refuses(FieldOverflowException.class, "sink.Singular.f_tiny: 128", () -> s.fTinyNumber(128));
        refuses(FieldOverflowException.class, "sink.Singular.f_small", () -> s.fSmallNumber(-32769));
        refuses(IllegalStateException.class, "UNRECOGNIZED", () -> s.fColor(Color.UNRECOGNIZED));
        s.structSegment().set(ValueLayout.JAVA_INT, Singular.F_DATA_OFFSET, 6);
        refuses(CorruptStructException.class, "sink.Singular.f_data", s::fData);
        s.structSegment().set(ValueLayout.JAVA_BYTE, Singular.F_BOOL_OFFSET, (byte) 0x40);
        equal(s.fBool(), true);
        s.fColorNumber(1234);
        equal(s.fColor(), Color.UNRECOGNIZED);
        equal(s.fColorNumber(), 1234);
        s.initFShared();
        equal(s.fShared().id(), 0);
        Shared other = Shared.allocate(arena).id(5);
        equal(s.fShared(other).fShared().id(), 5);

        MemorySegment memory = arena.allocate(Singular.SIZE + 64, 8);
        Singular.fInt64(memory, 64, 99);
        Singular.fText(memory, 64, "static");
        Singular.fColor(memory, 64, Color.GREEN);
        equal(Singular.at(memory, 64).fInt64(), 99L);
        equal(Singular.fInt64(memory, 64), 99L);
        equal(Singular.fText(memory, 64), "static");
        equal(Singular.at(memory, 64).fColor(), Color.GREEN);
        equal(memory.asSlice(0, 64).mismatch(MemorySegment.ofArray(new byte[64])), -1L);
    }

    private static void optional(Arena arena) {
        Optional o = Optional.allocate(arena);
        equal(o.hasOInt32(), false);
        equal(o.oInt32(), 0);
        equal(o.oInt32(0).hasOInt32(), true);
        equal(o.oText("x").hasOText(), true);
        equal(o.clearOText().oText(), "");
        equal(o.hasOText(), false);
        equal(o.hasOShared(), false);
        Shared view = o.initOShared();
        equal(o.hasOShared(), true);
        view.id(3);
        equal(o.oShared().id(), 3);
        equal(o.clearOShared().hasOShared(), false);
        equal(o.oShared(view).hasOShared(), true);
        equal(o.oColor(Color.GREEN).hasOColor(), true);
        equal(o.clearOColor().oColor(), Color.RED);
        equal(o.oData(MemorySegment.ofArray(new byte[2])).hasOData(), true);
        equal(o.oHash(new byte[4]).hasOHash(), true);
        equal(Optional.hasOHash(o.structSegment(), 0), true);
        equal(Optional.hasOOld(o.structSegment(), 0), false);
        equal(o.toString(), "o_int32: 0\no_data: \"\\000\\000\"\no_hash: \"\\000\\000\\000\\000\"\no_shared {\n  id: 3\n}\n");
    }

    /** Segments that users get hold of die with the arena, in either mode. */
    private static void segments() {
        List<MemorySegment> parts;
        try (Arena arena = Arena.ofConfined()) {
            Singular s = Singular.allocate(arena).fText("text").fData(new byte[] {7}).fHash(new byte[] {4, 3, 2, 1});
            Repeated r = Repeated.allocateArray(arena, 2).get(1).addRInt32(5).addRText("more");
            parts = List.of(s.fTextSegment(), s.fDataSegment(), s.fHashSegment(), r.rInt32Segment(), r.rTextSegment(0));
            equal(parts.get(0).get(ValueLayout.JAVA_BYTE, 3), (byte) 't');
            equal(parts.get(1).get(ValueLayout.JAVA_BYTE, 0), (byte) 7);
            equal(parts.get(2).get(ValueLayout.JAVA_BYTE, 3), (byte) 1);
            equal(parts.get(3).get(ValueLayout.JAVA_INT, 0), 5);
            equal(parts.get(4).get(ValueLayout.JAVA_BYTE, 3), (byte) 'e');
        }
        for (MemorySegment part : parts) {
            equal(part.scope().isAlive(), false);
        }
    }

    private static void repeated(Arena arena) {
        Repeated r = Repeated.allocate(arena);
        equal(r.rInt32Count(), 0);
        equal(r.addRInt32(4).addRInt32(5).rInt32Count(), 2);
        equal(r.rInt32(1), 5);
        equal(r.rInt32(1, 6).rInt32ToArray(), new int[] {4, 6});
        equal(r.rInt32Segment().byteSize(), 8L);
        refuses(IndexOutOfBoundsException.class, "", () -> r.rInt32(2));
        refuses(IndexOutOfBoundsException.class, "", () -> r.rInt32(-1, 0));
        r.addRInt32(7);
        refuses(FieldOverflowException.class, "sink.Repeated.r_int32: it is full: max_count is 3", () -> r.addRInt32(8));
        equal(r.rInt32(new int[] {1}).rInt32Count(), 1);
        refuses(FieldOverflowException.class, "sink.Repeated.r_int32: 4 elements", () -> r.rInt32(new int[4]));
        equal(r.clearRInt32().rInt32Count(), 0);
        equal(r.rDouble(new double[] {1, 2}).rDouble(1), 2.0);
        equal(r.rFloat(new float[] {1, 2}).rFloatToArray(), new float[] {1, 2});
        equal(r.rBool(new boolean[] {true, false}).rBoolToArray(), new boolean[] {true, false});
        equal(r.rUint64(new long[] {-1}).rUint64(0), -1L);
        equal(r.addRUint32(-1).rUint32Unsigned(0), 4294967295L);
        equal(r.rUint32Unsigned(0, 3).rUint32(0), 3);

        equal(r.addRTiny(Tiny.T1).addRTinyNumber(5).rTinyCount(), 2);
        equal(r.rTinyList(), List.of(Tiny.T1, Tiny.UNRECOGNIZED));
        equal(r.rTinyNumber(1), 5);
        equal(r.rTiny(1, Tiny.T0).rTiny(1), Tiny.T0);
        refuses(FieldOverflowException.class, "sink.Repeated.r_tiny", () -> r.addRTinyNumber(200));
        equal(r.rTinyCount(), 2);

        equal(r.addRText("one").addRText("two").rTextList(), List.of("one", "two"));
        equal(r.rText(0, "1").rText(0), "1");
        equal(r.rTextSize(1), 3);
        equal(r.rTextSegment(1).byteSize(), 3L);
        equal(r.rTextEquals(1, new byte[] {'t', 'w', 'o'}), true);
        refuses(FieldOverflowException.class, "sink.Repeated.r_text", () -> r.addRText("far too long for it"));
        equal(r.rTextCount(), 2);

        r.addRData(new byte[] {1}).addRData(new byte[0]);
        equal(r.rData(0), new byte[] {1});
        equal(r.rData(1, new byte[] {2, 3}).rDataSize(1), 2);
        equal(r.rData(1, MemorySegment.ofArray(new byte[3])).rDataSegment(1).byteSize(), 3L);
        equal(r.rDataList().get(0), new byte[] {1});
        equal(r.addRHash(new byte[] {1, 2, 3, 4}).rHashEquals(0, new byte[] {1, 2, 3, 4}), true);
        equal(r.rHashSegment(0).byteSize(), 4L);
        equal(r.rHashSegment().byteSize(), 4L);

        r.addRShared().id(1).label("a");
        equal(r.addRShared(Shared.allocate(arena).id(2)).rSharedCount(), 2);
        equal(r.rShared(1).id(), 2);
        equal(r.rShared(1, Shared.allocate(arena).id(3)).rShared(1).id(), 3);
        long sum = 0;
        for (Shared shared : r.rSharedArray()) {
            sum += shared.id();
        }
        equal(sum, 4L);
        equal(r.rSharedList().size(), 2);
        refuses(NullPointerException.class, "", () -> r.addRShared((Shared) null));
        equal(r.rSharedCount(), 2);
        Shared first = r.rShared(0);
        equal(r.clearRShared().addRShared(first).rShared(0).id(), 1);
        equal(r.clearRShared().rSharedArray().length(), 0L);
        r.addRShared();
        equal(r.rShared(0).label(), "");

        MemorySegment memory = r.structSegment();
        memory.set(ValueLayout.JAVA_INT, Repeated.R_TEXT_COUNT_OFFSET, 4);
        refuses(CorruptStructException.class, "sink.Repeated.r_text", () -> r.rText(0));
        refuses(CorruptStructException.class, "sink.Repeated.r_text", r::rTextCount);
        refuses(CorruptStructException.class, "sink.Repeated.r_text", () -> r.addRText("x"));
        equal(Repeated.rTinyCount(memory, 0), 2);
        equal(Repeated.rTiny(memory, 0, 0), Tiny.T1);
        Repeated.rInt32(r.addRInt32(0).structSegment(), 0, 0, 8);
        equal(r.rInt32(0), 8);
    }

    private static void fixed(Arena arena) {
        Fixed f = Fixed.allocate(arena);
        equal(f.xInt64Count(), 2);
        equal(f.xInt64(1, 5).xInt64ToArray(), new long[] {0, 5});
        equal(f.xInt64(new long[] {7, 8}).xInt64(0), 7L);
        refuses(IllegalArgumentException.class, "holds exactly 2", () -> f.xInt64(new long[3]));
        refuses(IndexOutOfBoundsException.class, "", () -> f.xInt64(2));
        equal(f.xText(1, "b").xTextList(), Arrays.asList("", "b"));
        equal(f.xColor(0, Color.GREEN).xColorList(), List.of(Color.GREEN, Color.RED));
        f.xShared(1).id(4);
        equal(f.xSharedArray().get(1).id(), 4);
        equal(f.xData(1, new byte[] {1}).xData(1), new byte[] {1});
        equal(f.xHash(0, new byte[] {1, 2, 3, 4}).xHashEquals(0, new byte[] {1, 2, 3, 4}), true);
        equal(f.xBoolSegment().byteSize(), 2L);
    }

    private static void defaults(Arena arena) {
        Defaults d = Defaults.allocate(arena);
        equal(d.hasI(), false);
        equal(d.i(), -7);
        equal(d.uUnsigned(), 4000000000L);
        equal(d.l(), Long.MIN_VALUE);
        equal(Double.isNaN(d.d()), true);
        equal(d.f(), Float.NEGATIVE_INFINITY);
        equal(d.b(), true);
        equal(d.s(), "a \"quoted\"\n$T text");
        equal(d.y(), new byte[] {'x', 0});
        equal(d.e(), Small.S3);
        equal(d.eNumber(), 3);
        equal(d.b(false).b(), false);
        equal(d.clearB().b(), true);
        expectPlainDefaults(d);
        d.plainI(0).plainS("");
        equal(d.clear().plainI(), 42);
        equal(d.clear().plainS(), "hi");

        Holder holder = Holder.allocate(arena);
        expectPlainDefaults(holder.defaults());
        expectPlainDefaults(holder.three(2));
        expectPlainDefaults(holder.addSome());
        holder.defaults().plainI(1);
        expectPlainDefaults(holder.initDefaults());
        StructArray<Holder> holders = Holder.allocateArray(arena, 2);
        expectPlainDefaults(holders.get(1).defaults());
    }

    private static void expectPlainDefaults(Defaults d) {
        equal(d.plainI(), 42);
        equal(d.plainF(), 1.5f);
        equal(d.plainS(), "hi");
        equal(d.plainY(), new byte[] {1, -2});
        equal(d.plainE(), Small.S3);
    }

    private static void wholeStructs(Arena arena) {
        Repeated a = Repeated.allocate(arena).addRText("same").addRInt32(1);
        Repeated b = Repeated.allocate(arena).copyFrom(a);
        equal(a.contentEquals(b), true);
        b.rInt32(0, 2);
        equal(a.contentEquals(b), false);
        equal(b.clear().rTextCount(), 0);
        equal(a.toString(), "r_int32: 1\nr_text: \"same\"\n");
        Empty empty = Empty.allocate(arena);
        equal(empty.contentEquals(Empty.allocate(arena)), true);
        equal(empty.toString(), "");
        Struct any = a;
        equal(any.structType().name(), "sink.Repeated");
    }

    private static void arrays(Arena arena) {
        StructArray<Singular> array = Singular.allocateArray(arena, 3);
        int i = 0;
        for (Singular s : array) {
            s.fInt32(i++);
        }
        equal(array.get(2).fInt32(), 2);
        equal(array.get(1).structAddress() - array.address(), Singular.SIZE);
        int sum = 0;
        for (var cursor = array.cursor(); cursor.next(); ) {
            sum += cursor.view().fInt32();
        }
        equal(sum, 3);
        equal(array.stream().mapToInt(Singular::fInt32).sum(), 3);
    }

    private static void enums() {
        equal(Color.forNumber(1), Color.GREEN);
        equal(Color.ALSO_GREEN, Color.GREEN);
        equal(Color.forNumber(17), Color.UNRECOGNIZED);
        equal(Color.NEGATIVE.number(), -5);
        equal(Color.UNRECOGNIZED.isRecognized(), false);
        refuses(IllegalStateException.class, "sink.Color", Color.UNRECOGNIZED::number);
    }

    private static void types(Arena arena) {
        StructType<Singular> type = Singular.TYPE;
        equal(type.name(), "sink.Singular");
        equal(type.size(), Singular.SIZE);
        equal(type.isFlat(), true);
        equal(type.layout().name().orElseThrow(), "sink.Singular");
        for (StructField field : type.fields()) {
            equal(field.name().startsWith("f_"), true);
        }
        equal(Repeated.TYPE.fields().get(0).type(), "double");
        equal(type.allocate(arena).fInt32(), 0);
        equal(Holder.TYPE.fields().get(0).message(), Defaults.TYPE);
        refuses(IllegalArgumentException.class, "Arena", () -> Singular.at(MemorySegment.ofArray(new long[40])));
    }

    private static void handles(Arena arena) {
        Singular s = Singular.allocate(arena).fInt64(4);
        equal((long) Singular.Handles.F_INT64.getVolatile(s.structSegment(), 0L), 4L);
        equal(Singular.Handles.F_INT64.compareAndSet(s.structSegment(), 0L, 4L, 5L), true);
        equal(s.fInt64(), 5L);
        Repeated r = Repeated.allocate(arena).addRInt32(3).addRInt32(4);
        equal((int) Repeated.Handles.R_INT32.get(r.structSegment(), 0L, 1L), 4);
    }

    private static void names(Arena arena) {
        ffi.Names n = ffi.Names.allocate(arena);
        n.class_(1).getClass_(2).toString_("s").allocate_(3).clear_(4).fooCount(6).addFoo(5).content("text");
        equal(n.class_(), 1);
        equal(n.getClass_(), 2);
        equal(n.toString_(), "s");
        equal(n.fooCount(), 6);
        equal(n.fooCount__(), 1);
        equal(n.foo(0), 5);
        equal(n.contentEquals(new byte[] {'t', 'e', 'x', 't'}), true);
        equal(n.contentEquals(n), true);
        equal(n.url(9).url(), 9);
        equal(n.bar(1).hasBar_(), true);
        equal(n.hasBar(8).hasBar(), 8);
        equal(n.type(ffi.Words.default_).typeNumber_(), 1);
        equal(n.typeNumber(5).typeNumber(), 5);
        equal(ffi.Words.forNumber(2), ffi.Words.number);
        equal(ffi.Words.forNumber(0), ffi.Words.UNRECOGNIZED);
        equal(ffi.Words.forNumber(99), ffi.Words.UNRECOGNIZED_);
        equal((int) ffi.Names.Handles_.SIZE.get(n.size(7).structSegment(), 0L), 7);
        equal(ffi.CASE_.TYPE.name(), "CASE");
    }
}
