package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StructTypeTest {
    private static StructType.Builder<Reaction> builder() {
        return StructType.describe("social.Reaction", Reaction.LAYOUT, Reaction.TYPE::view, Reaction.TYPE::arrayAt);
    }

    private static StructField createdAt(long offset, long size) {
        return StructField.of("created_at", 5, "uint64", StructField.Kind.UINT, offset, size);
    }

    @Test
    void theTypeDescribesTheStruct() {
        StructType<Reaction> type = Reaction.TYPE;
        assertThat(type.name()).isEqualTo("social.Reaction");
        assertThat(type.size()).isEqualTo(40);
        assertThat(type.alignment()).isEqualTo(8);
        assertThat(type.isFlat()).isTrue();
        assertThat(type.layout()).isSameAs(Reaction.LAYOUT);
        assertThat(type.fields())
                .extracting(StructField::name)
                .containsExactly("reaction_id", "user_id", "target_id", "reaction_type", "created_at");
        assertThat(type.fields().get(4).offset()).isEqualTo(32);
        assertThat(type.fields().get(4).size()).isEqualTo(8);
        assertThat(type.fields().get(4).number()).isEqualTo(5);
        assertThat(type.fields().get(3).type()).isEqualTo("social.ReactionType");
        assertThat(Sample.TYPE.fields().get(1).capacity()).isEqualTo(3);
        assertThat(Sample.TYPE.fields().get(1).size()).isEqualTo(12);
        assertThat(Sample.TYPE.fields().get(7).message()).isSameAs(Reaction.TYPE);
    }

    @Test
    void constantsThatDifferFromTheLayoutAreRefused() {
        assertThat(builder().build(40, 8, createdAt(32, 8)).size()).isEqualTo(40);
        assertThatThrownBy(() -> builder().build(48, 8, createdAt(32, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("social.Reaction: size is 40, but was generated as 48");
        assertThatThrownBy(() -> builder().build(40, 4, createdAt(32, 8))).hasMessageContaining("alignment is 8");
        assertThatThrownBy(() -> builder().build(40, 8, createdAt(31, 8)))
                .hasMessageContaining("offset of created_at is 32, but was generated as 31");
        assertThatThrownBy(() -> builder().build(40, 8, createdAt(32, 4)))
                .hasMessageContaining("size of created_at is 8, but was generated as 4");
    }

    @Test
    void countsAndPresenceWordsThatTheLayoutHasElsewhereAreRefused() {
        StructField maybe = StructField.of("maybe", 1, "int32", StructField.Kind.INT, 4, 4);
        StructField tags = StructField.of("tags", 2, "uint32", StructField.Kind.UINT, 12, 4);
        assertThat(sample(maybe.withPresence(0, 0), tags.repeated(8, 3)).fields())
                .hasSize(2);
        assertThatThrownBy(() -> sample(maybe.withPresence(8 + 4, 0), tags.repeated(8, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.Sample: the layout has no presence words of maybe at offset 12");
        assertThatThrownBy(() -> sample(maybe.withPresence(0, 0), tags.repeated(4, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the layout has no count of tags at offset 4");
    }

    private static StructType<Sample> sample(StructField... fields) {
        return StructType.describe("test.Sample", Sample.LAYOUT, Sample.TYPE::view, (array, address, length) -> {
                    throw new AssertionError("no array is made here");
                })
                .build(96, 8, fields);
    }

    @Test
    void oneofsPointersSpansAndMapsAreDescribed() {
        StructType<Linked> type = Linked.TYPE;
        assertThat(type.isFlat()).isFalse();
        assertThat(type.poolSize()).isEqualTo(50);
        assertThat(Reaction.TYPE.poolSize()).isZero();
        StructField next = type.fields().get(1);
        assertThat(next.kind()).isEqualTo(StructField.Kind.MESSAGE_POINTER);
        assertThat(next.message()).isSameAs(type);
        assertThat(next.size()).isEqualTo(8);
        StructField children = type.fields().get(3);
        assertThat(children.shape()).isEqualTo(StructField.Shape.UNBOUNDED);
        assertThat(children.size()).isEqualTo(16);
        assertThat(children.elementSize()).isEqualTo(120);
        assertThat(children.capacity()).isZero();
        assertThat(children.isMap()).isFalse();
        StructField ages = type.fields().get(4);
        assertThat(ages.isMap()).isTrue();
        assertThat(ages.countOffset()).isEqualTo(48);
        assertThat(ages.message()).isSameAs(Linked.AGES_TYPE);
        assertThat(ages.oneof()).isNull();
        assertThat(ages.caseOffset()).isEqualTo(-1);
        StructField number = type.fields().get(5);
        assertThat(number.oneof()).isEqualTo("choice");
        assertThat(number.caseOffset()).isEqualTo(88);
        assertThat(number.offset()).isEqualTo(96);
    }

    @Test
    void constantsOfOneofsAndSpansThatDifferFromTheLayoutAreRefused() {
        expectRefused(5, field -> field.inOneof("choice", 84), "no case of choice at offset 84");
        expectRefused(
                5,
                field -> StructField.of("number", 6, "int32", StructField.Kind.INT, 92, 4)
                        .inOneof("choice", 88),
                "offset of number is 96, but was generated as 92");
        expectRefused(
                3,
                field -> StructField.of("children", 4, "test.Linked", StructField.Kind.MESSAGE, 32, 120),
                "size of children is 16, but was generated as 120");
        expectRefused(4, field -> field.repeated(52, 3), "no count of ages at offset 52");
        expectRefused(4, field -> field.repeated(48, 4), "size of ages is 36, but was generated as 48");
    }

    private static void expectRefused(int index, UnaryOperator<StructField> change, String message) {
        StructField[] fields = Linked.fields();
        fields[index] = change.apply(fields[index]);
        assertThatThrownBy(() -> Linked.builder().build(120, 8, fields))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void typesMakeStructs() {
        try (Arena arena = Arena.ofConfined()) {
            Reaction reaction = Reaction.TYPE.allocate(arena).userId(5);
            assertThat(Reaction.TYPE.at(reaction.structSegment(), 0).userId()).isEqualTo(5);
            assertThatThrownBy(() -> Reaction.TYPE.allocateArray(arena, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-1");
        }
    }
}
