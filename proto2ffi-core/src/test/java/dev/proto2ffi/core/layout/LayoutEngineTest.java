package dev.proto2ffi.core.layout;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.bytes;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.fixedBytes;
import static dev.proto2ffi.core.testing.TestTypes.fixedRepeated;
import static dev.proto2ffi.core.testing.TestTypes.messageOf;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutEngineTest {
    private static final TestTypes.Ref U64 = scalar(ScalarType.UINT64);
    private static final TestTypes.Ref U32 = scalar(ScalarType.UINT32);
    private static final TestTypes.Ref BOOL = scalar(ScalarType.BOOL);

    private final Diagnostics diagnostics = new Diagnostics();

    private SchemaLayout layOut(MessageBuilder... messages) {
        TestSchema.FileBuilder file =
                file("t.proto", "t").add(enumeration("E").value("ZERO", 0).value("ONE", 1));
        for (MessageBuilder message : messages) {
            file.add(message);
        }
        return LayoutEngine.layOut(TestSchema.of(file), diagnostics);
    }

    private static List<String> offsets(StructLayout layout) {
        return layout.members().stream().map(m -> m.name() + "@" + m.offset()).toList();
    }

    @Test
    void membersStandInDeclarationOrderAtTheirAlignment() {
        StructLayout m = layOut(message("M")
                        .field("flag", BOOL)
                        .field("id", U64)
                        .field("kind", enumOf("t.E"))
                        .field("name", string(5))
                        .field("weight", scalar(ScalarType.FLOAT)))
                .struct("t.M");
        assertThat(offsets(m)).containsExactly("flag@0", "id@8", "kind@16", "name@20", "weight@28");
        assertThat(m.size()).isEqualTo(32);
        assertThat(m.align()).isEqualTo(8);
    }

    @Test
    void boundedBytesAreALengthAndDataRoundedToFour() {
        StructLayout m = layOut(message("M")
                        .field("a", bytes(5))
                        .field("b", fixedBytes(3))
                        .field("c", bytes(8)))
                .struct("t.M");
        assertThat(offsets(m)).containsExactly("a@0", "b@12", "c@16");
        assertThat(m.size()).isEqualTo(28);
        assertThat(m.align()).isEqualTo(4);
    }

    @Test
    void aBoundedRepeatedFieldHasItsCountBeforeIt() {
        StructLayout m = layOut(message("M").field("tags", repeated(U64, 3)).field("fixed", fixedRepeated(U32, 3)))
                .struct("t.M");
        assertThat(offsets(m)).containsExactly("tags_count@0", "tags@8", "fixed@32");
        assertThat(m.size()).isEqualTo(48);
        FieldLayout tags = m.fields().get(0);
        assertThat(tags.stride()).isEqualTo(8);
        assertThat(tags.count()).isNotNull();
        assertThat(m.fields().get(1).count()).isNull();
    }

    @Test
    void presenceBitsStandFirstInWordsOfThirtyTwo() {
        MessageBuilder message = message("M");
        for (int i = 0; i < 33; i++) {
            message.optional("f" + i, BOOL);
        }
        StructLayout m = layOut(message.field("plain", BOOL)).struct("t.M");
        assertThat(m.members().get(0)).extracting(Member::name, Member::size).containsExactly("p2f_has", 8);
        assertThat(m.fields().get(32).presenceBit()).isEqualTo(32);
        assertThat(m.fields().get(33).presenceBit()).isEqualTo(-1);
        assertThat(m.size()).isEqualTo(44);
    }

    @Test
    void anEmptyMessageTakesOneByte() {
        StructLayout m = layOut(message("M")).struct("t.M");
        assertThat(offsets(m)).containsExactly("p2f_empty@0");
        assertThat(m.size()).isEqualTo(1);
    }

    @Test
    void addedMembersYieldToFieldsOfTheirName() {
        StructLayout m = layOut(message("M")
                        .optional("p2f_has", BOOL)
                        .field("tags", repeated(U32, 1))
                        .field("tags_count", U32)
                        .field("tags_count_", U32))
                .struct("t.M");
        assertThat(m.members())
                .extracting(Member::name)
                .containsExactly("p2f_has_", "p2f_has", "tags_count__", "tags", "tags_count", "tags_count_");
    }

    @Test
    void aNestedMessageTakesItsOwnSizeAndAlignment() {
        SchemaLayout layout = layOut(
                message("Outer")
                        .field("flag", BOOL)
                        .field("inner", messageOf("t.Inner"))
                        .field("more", repeated(messageOf("t.Inner"), 2)),
                message("Inner").field("a", U64).field("b", BOOL));
        StructLayout outer = layout.struct("t.Outer");
        assertThat(offsets(outer)).containsExactly("flag@0", "inner@8", "more_count@24", "more@32");
        assertThat(outer.size()).isEqualTo(64);
        assertThat(layout.structs()).extracting(s -> s.struct().name()).containsExactly("Inner", "Outer");
    }

    @Test
    void smallestOrderLeavesNoPaddingBetweenMembers() {
        StructLayout m = layOut(message("M")
                        .order(MemberOrder.SMALLEST)
                        .field("a", BOOL)
                        .field("b", U64)
                        .field("c", U32)
                        .field("d", BOOL))
                .struct("t.M");
        assertThat(offsets(m)).containsExactly("b@0", "c@8", "a@12", "d@13");
        assertThat(m.size()).isEqualTo(16);
    }

    @Test
    void smallestOrderFillsTheGapBehindThePresenceWord() {
        StructLayout m = layOut(message("M")
                        .order(MemberOrder.SMALLEST)
                        .optional("a", U64)
                        .field("b", BOOL)
                        .field("c", U32))
                .struct("t.M");
        assertThat(offsets(m)).containsExactly("p2f_has@0", "c@4", "a@8", "b@16");
        assertThat(m.size()).isEqualTo(24);
    }

    @Test
    void smallestOrderIsNeverLargerThanDeclarationOrder() {
        StructLayout m = layOut(message("M")
                        .order(MemberOrder.SMALLEST)
                        .optional("a", BOOL)
                        .field("b", BOOL)
                        .field("c", BOOL)
                        .field("d", BOOL)
                        .field("e", U64))
                .struct("t.M");
        assertThat(m.size()).isEqualTo(16);
    }

    @Test
    void aStructBeyondTwoGibibytesIsAnErrorThatNamesTheField() {
        layOut(message("M").field("small", U32).field("huge", string(Integer.MAX_VALUE)));
        assertThat(diagnostics.all()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("struct-too-large");
            assertThat(d.message()).contains("2147483652").contains("huge");
        });
    }

    @Test
    void theLargestPossibleStructIsAccepted() {
        StructLayout m =
                layOut(message("M").field("huge", string(Integer.MAX_VALUE))).struct("t.M");
        assertThat(m.size()).isEqualTo(Integer.MAX_VALUE);
        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(diagnostics.all()).extracting(d -> d.code()).containsExactly("huge-struct");
    }

    @Test
    void sumsBeyondALongAreStillErrors() {
        TestTypes.Ref huge = repeated(fixedBytes(Integer.MAX_VALUE), Integer.MAX_VALUE);
        layOut(message("M").field("a", huge).field("b", huge).field("c", huge).field("d", huge));
        assertThat(diagnostics.errorCount()).isEqualTo(1);
    }

    @Test
    void canonicalTextNamesEveryMemberAndEndsWithWhatTheStructReaches() {
        SchemaLayout layout = layOut(
                message("Z").field("name", repeated(string(8), 2)).field("kind", enumOf("t.E")),
                message("M").optional("z", messageOf("t.Z")).field("data", bytes(3)));
        assertThat(layout.canonicalText(layout.struct("t.M"))).isEqualTo("""
                        struct t.M size 36 align 4
                          p2f_has uint32_t[1] at 0 size 4
                          z struct t.Z at 4 size 24
                          data bytes[3] at 28 size 8
                        struct t.Z size 24 align 4
                          name_count uint32_t at 0 size 4
                          name char[2][8] at 4 size 16
                          kind enum t.E at 20 size 4
                        """);
    }

    @Test
    void theFingerprintChangesWithTheLayoutOfAStructThatIsOnlyReached() {
        long before = fingerprint(string(8));
        assertThat(fingerprint(string(8))).isEqualTo(before);
        assertThat(fingerprint(string(9))).isNotEqualTo(before);
    }

    private long fingerprint(TestTypes.Ref type) {
        return layOut(message("M").field("z", messageOf("t.Z")), message("Z").field("name", type))
                .struct("t.M")
                .fingerprint();
    }

    @Test
    void aChainOfThousandsOfMessagesIsOrderedWithoutDeepRecursion() {
        int length = 50_000;
        TestSchema.FileBuilder file = file("t.proto", "t");
        for (int i = 0; i < length; i++) {
            file.add(message("M" + i).field("next", i + 1 < length ? messageOf("t.M" + (i + 1)) : U32));
        }
        assertThat(InlineOrder.of(TestSchema.of(file)).get(0).name()).isEqualTo("M" + (length - 1));
    }
}
