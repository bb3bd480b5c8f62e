package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StructArrayTest {
    private final Arena arena = Arena.ofShared();

    @AfterEach
    void close() {
        arena.close();
    }

    private StructArray<Reaction> numbered(long length) {
        StructArray<Reaction> array = Reaction.allocateArray(arena, length);
        for (long i = 0; i < length; i++) {
            array.get(i).reactionId(i);
        }
        return array;
    }

    private static List<Long> ids(Iterable<Reaction> reactions) {
        List<Long> ids = new ArrayList<>();
        reactions.forEach(reaction -> ids.add(reaction.reactionId()));
        return ids;
    }

    @Test
    void elementsStandSideBySide() {
        StructArray<Reaction> array = numbered(3);
        assertThat(array.length()).isEqualTo(3);
        assertThat(array.segment().byteSize()).isEqualTo(120);
        assertThat(array.segment().get(ValueLayout.JAVA_LONG, 80)).isEqualTo(2);
        assertThat(array.address()).isEqualTo(array.segment().address());
        assertThat(ids(array)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void viewsOfAnIterationStayWhereTheyAre() {
        List<Reaction> kept = new ArrayList<>();
        numbered(3).forEach(kept::add);
        assertThat(ids(kept)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void indexesAreChecked() {
        StructArray<Reaction> array = numbered(3);
        assertThatThrownBy(() -> array.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> array.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        Iterator<Reaction> iterator = Reaction.allocateArray(arena, 0).iterator();
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCursorMovesOneView() {
        StructCursor<Reaction> cursor = numbered(3).cursor();
        Reaction view = cursor.view();
        assertThatThrownBy(view::reactionId).isInstanceOf(IndexOutOfBoundsException.class);
        List<Long> ids = new ArrayList<>();
        while (cursor.next()) {
            assertThat(cursor.view()).isSameAs(view);
            assertThat(cursor.index()).isEqualTo(view.reactionId());
            ids.add(view.reactionId());
        }
        assertThat(ids).containsExactly(0L, 1L, 2L);
        assertThat(cursor.next()).isFalse();
        assertThatThrownBy(view::reactionId).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(cursor.moveTo(1).reactionId()).isEqualTo(1);
        assertThatThrownBy(() -> cursor.moveTo(3)).isInstanceOf(IndexOutOfBoundsException.class);
        cursor.reset();
        assertThat(cursor.next()).isTrue();
        assertThat(view.reactionId()).isZero();
    }

    @Test
    void subArraysShareMemory() {
        StructArray<Reaction> array = numbered(5);
        StructArray<Reaction> middle = array.subArray(1, 4);
        assertThat(ids(middle)).containsExactly(1L, 2L, 3L);
        middle.get(0).reactionId(77);
        assertThat(array.get(1).reactionId()).isEqualTo(77);
        assertThat(middle.subArray(1, 1).length()).isZero();
        assertThat(middle.segment().address()).isEqualTo(array.address() + 40);
        assertThatThrownBy(() -> array.subArray(3, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysAreCopiedInBulkEvenWhereTheyOverlap() {
        StructArray<Reaction> array = numbered(5);
        array.subArray(1, 5).copyFrom(array.subArray(0, 4));
        assertThat(ids(array)).containsExactly(0L, 0L, 1L, 2L, 3L);
        assertThatThrownBy(() -> array.subArray(0, 2).copyFrom(array)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void clearZeroesEveryElement() {
        StructArray<Reaction> array = numbered(3);
        array.subArray(1, 3).clear();
        assertThat(ids(array)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void streamsSeeEveryElementOnce() {
        StructArray<Reaction> array = numbered(1000);
        long expected = LongStream.range(0, 1000).sum();
        assertThat(array.stream().mapToLong(Reaction::reactionId).sum()).isEqualTo(expected);
        assertThat(StreamSupport.stream(array.spliterator(), true)
                        .mapToLong(Reaction::reactionId)
                        .sum())
                .isEqualTo(expected);
        assertThat(array.spliterator().getExactSizeIfKnown()).isEqualTo(1000);
    }

    @Test
    void aSegmentIsSeenAsAnArrayOfWhatFits() {
        MemorySegment segment = arena.allocate(100, 8);
        assertThat(Reaction.TYPE.array(segment).length()).isEqualTo(2);
        assertThat(Reaction.TYPE.array(segment, 40, 1).get(0).structAddress()).isEqualTo(segment.address() + 40);
        assertThatThrownBy(() -> Reaction.TYPE.array(segment, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Reaction.TYPE.array(segment, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reaction.TYPE.array(segment, 0, Long.MAX_VALUE / 39))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stringsOfElementsAreTheirOwn() {
        StructArray<Post> posts = Post.allocateArray(arena, 2);
        posts.get(0).content("x".repeat(4999));
        posts.get(1).content("second").mediaUrl("u");
        assertThat(posts.get(0).content()).hasSize(4999);
        assertThat(posts.get(0).mediaUrl()).isEmpty();
        assertThat(posts.get(1).contentSize()).isEqualTo(6);
        assertThat(posts.get(1).contentEquals("second".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isTrue();
    }
}
