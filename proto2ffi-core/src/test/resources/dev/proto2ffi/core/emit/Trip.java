import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import trip.ffi.All;
import trip.ffi.Fixed;
import trip.ffi.Mood;
import trip.ffi.Optional;
import trip.ffi.Repeated;

/** Writes generation 0, has C and Rust rewrite it, reads generation 2. */
final class Trip {
    private Trip() {}

    public static void main(String[] arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            All all = All.allocate(arena);
            write(all);
            visit(arguments[0], "trip_c", all);
            visit(arguments[1], "trip_rust", all);
            read(all);
        }
        System.out.println("home again");
    }

    private static void visit(String library, String function, All all) throws Throwable {
        int line = (int) NativeLibrary.load(Path.of(library))
                .function(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                .invokeExact(all.structSegment());
        check(line == 0, function + " differs at line " + line);
    }

    private static void write(All all) {
        byte[] y = {0, -1};
        byte[] h = {0, 1, 2};
        all.singular().b(true).d(0.5).f(-0.5f).i(-100).l(Long.MIN_VALUE).u(-1).w(-1).e(Mood.WILD);
        all.singular().s("gr\u00fc\u00dfe").y(y).h(h).m().id(7).name("inner");
        Optional o = all.optional().b(true).d(0.5).f(-0.5f).i(-100).l(Long.MIN_VALUE).u(-1).w(-1).e(Mood.WILD);
        o.s("j").y(y).h(h).initM().id(7);
        Repeated r = all.repeated();
        Fixed x = all.fixed();
        for (int i = 0; i < 2; i++) {
            r.addB(true).addD(0.5).addF(-0.5f).addI(-100).addL(Long.MIN_VALUE).addU(-1).addW(-1).addE(Mood.WILD);
            r.addS("j").addY(y).addH(h).addM().id(7);
        }
        for (int i = 0; i < 3; i++) {
            x.b(i, true).d(i, 0.5).f(i, -0.5f).i(i, -100).l(i, Long.MIN_VALUE).u(i, -1).w(i, -1).e(i, Mood.WILD);
            x.s(i, "j").y(i, y).h(i, h).m(i).id(7);
        }
    }

    private static void read(All all) {
        byte[] y = {2};
        byte[] h = {2, 3, 4};
        var s = all.singular();
        check(s.b() && s.d() == 2.5 && s.f() == -2.5f && s.i() == 102 && s.l() == 2 && s.u() == 2 && s.w() == 2, s);
        check(s.e() == Mood.UNRECOGNIZED && s.eNumber() == 77 && s.s().equals("\ud83e\udd80"), s);
        check(Arrays.equals(s.y(), y) && Arrays.equals(s.h(), h) && s.m().id() == 0 && s.m().name().isEmpty(), s);
        Optional o = all.optional();
        check(o.hasB() && o.b() && !o.hasD() && o.d() == 0 && o.f() == -2.5f && o.i() == 102 && !o.hasL(), o);
        check(o.u() == 2 && !o.hasW() && o.eNumber() == 77 && !o.hasS() && o.s().isEmpty(), o);
        check(Arrays.equals(o.y(), y) && Arrays.equals(o.h(), h) && o.hasM() && o.m().id() == 9, o);
        Repeated r = all.repeated();
        check(r.bCount() == 0 && Arrays.equals(r.dToArray(), new double[] {2.5}), r);
        check(Arrays.equals(r.iToArray(), new int[] {102, 103}) && r.lCount() == 3 && r.l(1) == Long.MIN_VALUE, r);
        check(r.sCount() == 1 && r.s(0).equals("rust") && r.mCount() == 1 && r.m(0).id() == 9, r);
        check(r.m(0).name().isEmpty() && r.yCount() == 3 && r.ySize(2) == 3 && r.hCount() == 3, r);
        Fixed x = all.fixed();
        check(x.d(0) == 2.5 && x.d(1) == 1.5 && x.d(2) == 0.5 && x.i(0) == 102 && x.w(0) == 2, x);
        check(x.eNumber(0) == 77 && x.e(1) == Mood.CALM && x.m(0).id() == 9 && x.m(1).id() == 8, x);
        check(x.s(0).equals("rust") && x.s(1).equals("c") && x.s(2).equals("j"), x);
        check(Arrays.equals(x.y(0), y) && x.ySize(1) == 3 && Arrays.equals(x.h(0), h), x);
        var d = all.defaults();
        check(d.i() == -7 && d.hasO() && d.o() == 0 && d.s().equals("plain") && d.hasT() && d.t().isEmpty(), d);
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
