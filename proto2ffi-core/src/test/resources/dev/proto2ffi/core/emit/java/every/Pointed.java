import dev.proto2ffi.runtime.CorruptStructException;
import every.ffi.Forest;
import every.ffi.Maps;
import every.ffi.Point;
import every.ffi.Tree;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Messages behind pointers. */
final class Pointed {
    private Pointed() {}

    static void run(Arena arena) {
        Tree tree = Tree.allocate(arena).value(1);
        Check.equal(tree.hasLeft(), false);
        Check.refuses(IllegalStateException.class, "every.Tree.left: it is absent", tree::left);
        tree.initLeft(arena).value(2).initRight(arena).value(3);
        Check.equal(tree.hasLeft(), true);
        Check.equal(Tree.hasLeft(tree.structSegment(), 0), true);
        Check.equal(tree.left().right().value(), 3);
        Tree copy = Tree.allocate(arena).right(arena, tree);
        tree.left().right().value(33);
        Check.equal(copy.right().left().right().value(), 3);
        Check.equal(tree.clearLeft().hasLeft(), false);
        Check.equal(copy.right().hasLeft(), true);
        Check.equal(tree.origin(arena, Point.allocate(arena).x(9)).origin().x(), 9.0);
        // A message may be set from a part of itself.
        Check.equal(copy.right(arena, copy.right().left()).right().right().value(), 3);
        Forest forest = tree.initForest(arena);
        forest.allocateTrees(arena, 2).get(1).value(5);
        forest.first(arena, forest.trees(1));
        Check.equal(tree.forest().first().value(), 5);
        Check.equal(((MemorySegment) Tree.Handles.LEFT.get(tree.structSegment(), 0L)).address(), 0L);
        Tree.clearForest(tree.structSegment(), 0);
        Check.equal(tree.hasForest(), false);

        tree.structSegment().set(ValueLayout.JAVA_LONG, Tree.LEFT_OFFSET, 12345);
        Check.equal(tree.hasLeft(), true);
        Check.refuses(CorruptStructException.class, "every.Tree.left: the stored pointer 0x3039", tree::left);
        Check.refuses(NullPointerException.class, "", () -> tree.left(arena, null));
        maps(arena);
        lifetime();
    }

    private static void maps(Arena arena) {
        Maps maps = Maps.allocate(arena);
        Check.equal(maps.agesCount(), 0);
        Check.equal(maps.farArray().length(), 0L);
        Check.equal(maps.allocateReals(arena, 2).length(), 2L);
        Check.equal(maps.realsCount(), 2L);
        Check.equal(maps.clearReals().realsCount(), 0L);
        maps.structSegment().set(ValueLayout.JAVA_INT, Maps.FAR_COUNT_OFFSET, 2);
        maps.farArray().get(1).key(7).initValue(arena).x(1);
        Check.equal(maps.farArray().get(1).value().x(), 1.0);
        maps.structSegment().set(ValueLayout.JAVA_INT, Maps.FAR_COUNT_OFFSET, -2);
        Check.refuses(CorruptStructException.class, "every.Maps.far", maps::farCount);
        Check.refuses(CorruptStructException.class, "every.Maps.far", maps::farArray);
    }

    private static void lifetime() {
        Tree left;
        try (Arena arena = Arena.ofConfined()) {
            Tree tree = Tree.allocate(arena);
            tree.initLeft(arena);
            left = tree.left();
            Check.equal(left.value(4).value(), 4);
        }
        Check.equal(left.structSegment().scope().isAlive(), false);
    }
}
