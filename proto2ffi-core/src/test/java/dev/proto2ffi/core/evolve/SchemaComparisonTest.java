package dev.proto2ffi.core.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is taken for the same thing, and what is said once rather than many times. */
class SchemaComparisonTest {
    private static final String HEAD = "syntax = \"proto3\";\npackage shop;\nimport \"proto2ffi/options.proto\";\n";

    private static SchemaFacts facts(String text) {
        return Facts.of(Map.of("shop.proto", HEAD + text));
    }

    private static SchemaFacts proto2(String text) {
        return Facts.of(Map.of("shop.proto", HEAD.replace("proto3", "proto2") + text));
    }

    private static List<String> defaults(String old, String now) {
        return Facts.compare(proto2(old), proto2(now)).stream()
                .filter(finding -> finding.rule() == Rule.FIELD_DEFAULT_CHANGED)
                .map(Finding::message)
                .toList();
    }

    private static List<String> rules(String old, String now) {
        return Facts.compare(facts(old), facts(now)).stream()
                .map(finding -> finding.rule().word() + " " + finding.subject())
                .toList();
    }

    private static List<String> messages(String old, String now) {
        return Facts.compare(facts(old), facts(now)).stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void fieldsThatSwapTheirNumbersKeepTheirMembers() {
        assertThat(rules("message M { uint64 a = 1; uint64 b = 2; }", "message M { uint64 a = 2; uint64 b = 1; }"))
                .containsExactly("field-number-changed shop.M.a", "field-number-changed shop.M.b");
    }

    @Test
    void aNumberWithAnotherNameAndKindOfTypeIsReusedAndNotRenamed() {
        assertThat(rules("message M { string a = 1; }", "message M { double b = 1; }"))
                .contains("field-number-reused shop.M.b", "field-removed shop.M.a")
                .doesNotContain("field-renamed shop.M.b", "field-number-not-reserved shop.M.a");
    }

    @Test
    void aNumberThatWasRetiredInGoodOrderMayHaveASuccessorOfItsName() {
        assertThat(rules(
                        "message M { uint32 a = 1; uint32 b = 2; }",
                        "message M { reserved 1; uint32 a = 3; uint32 b = 2; }"))
                .containsExactly("field-added shop.M.a");
    }

    @Test
    void aMemberWhoseNumberWasRetiredIsTheSameInMemory() {
        assertThat(rules(
                        "message M { oneof media { uint64 photo = 1; uint64 video = 2; } }",
                        "message M { reserved 2; oneof media { uint64 photo = 1; uint64 video = 5; } }"))
                .containsExactlyInAnyOrder("oneof-case-changed shop.M.video", "field-added shop.M.video");
        assertThat(rules(
                        "message M { optional uint32 a = 1; optional uint32 b = 2; }",
                        "message M { reserved 2; optional uint32 a = 1; uint32 b = 5; }"))
                .containsExactlyInAnyOrder("presence-bit-removed shop.M.b", "field-added shop.M.b");
        assertThat(rules(
                        "message M { uint32 a = 1; uint32 b = 2 [(proto2ffi.field).atomic = true]; }",
                        "message M { reserved 2; uint32 a = 1; uint32 b = 5; }"))
                .containsExactlyInAnyOrder("atomic-changed shop.M.b", "field-added shop.M.b");
    }

    @Test
    void aOneofMayKeepItsCasesWhereAnotherNumberIsRetired() {
        assertThat(rules(
                        "message M { uint32 a = 1; oneof media { uint64 photo = 2; uint64 video = 3; } }",
                        "message M { reserved 1; uint32 a = 4; oneof media { uint64 photo = 2; uint64 video = 3; } }"))
                .containsExactly("field-added shop.M.a");
    }

    @Test
    void aFieldThatMovesIntoAnotherUnionIsStoredElsewhere() {
        String old = "message M { oneof x { uint64 a = 1; uint64 b = 2; } oneof y { uint64 c = 3; } }";
        assertThat(rules(old, "message M { oneof x { uint64 b = 2; } oneof y { uint64 c = 3; uint64 a = 1; } }"))
                .containsExactlyInAnyOrder("member-storage-changed shop.M.a", "field-oneof-changed shop.M.a");
        assertThat(messages(old, "message M { oneof x { uint64 b = 2; } oneof y { uint64 c = 3; uint64 a = 1; } }"))
                .contains("shop.M.a is stored in the union of y and was in that of x");
        assertThat(rules(old, "message M { oneof x { uint64 b = 2; uint64 a = 1; } oneof y { uint64 c = 3; } }"))
                .containsExactly("fingerprint-changed shop.M");
    }

    @Test
    void zeroIsTheDefaultOfNumbersAndATextLikeAnyOther() {
        for (String type : List.of("string", "bytes")) {
            for (String text : List.of("0", "false")) {
                assertThat(defaults(
                                "message M { optional " + type + " a = 1 [default = \"" + text + "\"]; }",
                                "message M { optional " + type + " a = 1; }"))
                        .containsExactly("the default of shop.M.a is zero or empty and was " + text);
            }
            assertThat(defaults(
                            "message M { optional " + type + " a = 1 [default = \"\"]; }",
                            "message M { optional " + type + " a = 1; }"))
                    .isEmpty();
        }
        for (String same :
                List.of("uint32 a = 1 [default = 0]", "double a = 1 [default = 0]", "bool a = 1 [default = false]")) {
            assertThat(defaults(
                            "message M { optional " + same + "; }",
                            "message M { optional " + same.substring(0, same.indexOf(" [")) + "; }"))
                    .isEmpty();
        }
    }

    @Test
    void theFirstConstantIsTheDefaultOfAnEnumWhetherItIsNamedOrNot() {
        String rest = " enum K { A = 1; B = 2; }";
        String silent = "message M { optional K k = 1; }";
        String first = "message M { optional K k = 1 [default = A]; }";
        String other = "message M { optional K k = 1 [default = B]; }";
        assertThat(defaults(silent + rest, first + rest)).isEmpty();
        assertThat(defaults(first + rest, silent + rest)).isEmpty();
        assertThat(defaults(first + rest, first.replace("A", "C") + " enum K { C = 1; B = 2; }"))
                .isEmpty();
        assertThat(defaults(silent + rest, other + rest))
                .containsExactly("the default of shop.M.k is B and was A (the first constant)");
        assertThat(defaults(first + rest, silent + " enum K { B = 2; A = 1; }"))
                .containsExactly("the default of shop.M.k is B (the first constant) and was A");
    }

    @Test
    void anotherDefaultBreaksWhetherTheFieldOrTheEnumGivesIt() {
        SchemaFacts old = proto2("message M { optional K k = 1; } enum K { A = 1; B = 2; }");
        for (String now : List.of(
                "message M { optional K k = 1; } enum K { B = 2; A = 1; }",
                "message M { optional K k = 1 [default = B]; } enum K { A = 1; B = 2; }")) {
            assertThat(Outcome.of(old, proto2(now), false, RuleSettings.ALL).hasBreaking())
                    .as(now)
                    .isTrue();
        }
    }

    @Test
    void aMapThatIsRenamedTakesItsEntryWithIt() {
        assertThat(rules(
                        "message M { map<string, int32> scores = 1; }", "message M { map<string, int32> points = 1; }"))
                .containsExactly(
                        "fingerprint-changed shop.M",
                        "field-renamed shop.M.points",
                        "field-json-name-changed shop.M.points");
    }

    @Test
    void aChangedPackageIsSaidOnceForEachFile() {
        SchemaFacts old = facts(
                "message M { N n = 1; message In { uint32 x = 1; } In in = 2; } message N { E e = 1; } enum E { Z = 0; }"
                        + "service S { rpc Get(M) returns (N); }");
        SchemaFacts now = Facts.of(Map.of(
                "shop.proto",
                HEAD.replace("shop", "store")
                        + "message M { N n = 1; message In { uint32 x = 1; } In in = 2; } message N { E e = 1; } enum E { Z = 0; }"
                        + "service S { rpc Get(M) returns (N); }"));
        assertThat(Facts.compare(old, now)).extracting(Finding::rule).containsExactly(Rule.PACKAGE_CHANGED);
    }

    @Test
    void aRenamedMessageTakesWhatIsNestedInItAndWhoUsesItWithIt() {
        assertThat(
                        rules(
                                "message A { uint32 x = 1; In in = 2; message In { uint32 y = 1; } } message User { A a = 1; A.In in = 2; }",
                                "message B { uint32 x = 1; In in = 2; message In { uint32 y = 1; } } message User { B a = 1; B.In in = 2; }"))
                .containsExactly("message-renamed shop.B");
    }

    @Test
    void twoMessagesThatCouldBeTheOldOneAreNotTakenForIt() {
        assertThat(rules("message A { uint32 x = 1; }", "message B { uint32 x = 1; } message C { uint32 x = 1; }"))
                .containsExactlyInAnyOrder("message-removed shop.A", "message-added shop.B", "message-added shop.C");
    }

    @Test
    void whatOnlyAnImportBroughtInMayGoWithItsLastUse() {
        String common = "syntax = \"proto3\"; package common; message C { uint32 x = 1; }";
        SchemaFacts whole = Facts.of(Map.of("common.proto", common));
        FileFacts own = whole.files().get(0);
        SchemaFacts imported = new SchemaFacts(List.of(new FileFacts(
                own.path(),
                true,
                own.protoPackage(),
                own.javaPackage(),
                null,
                null,
                own.enums(),
                own.messages(),
                own.services(),
                own.span())));
        SchemaFacts nothing = new SchemaFacts(List.of());
        assertThat(Facts.compare(imported, nothing)).isEmpty();
        assertThat(Facts.compare(nothing, imported)).isEmpty();
        assertThat(Facts.compare(whole, nothing)).extracting(Finding::rule).containsExactly(Rule.MESSAGE_REMOVED);
    }

    @Test
    void theNamesThatAnImportGivesToWhatIsUsedAreCompared() {
        FileFacts own = facts("message C { uint32 x = 1; }").files().get(0);
        List<SchemaFacts> sides = new ArrayList<>();
        for (String prefix : List.of("sh", "st")) {
            sides.add(new SchemaFacts(List.of(new FileFacts(
                    own.path(),
                    true,
                    own.protoPackage(),
                    own.javaPackage(),
                    prefix,
                    own.rustModule(),
                    own.enums(),
                    own.messages(),
                    own.services(),
                    own.span()))));
        }
        assertThat(Facts.compare(sides.get(0), sides.get(1)))
                .extracting(Finding::message)
                .containsExactly("the C prefix of shop.proto is st and was sh");
        assertThat(Facts.compare(sides.get(0), sides.get(0))).isEmpty();
    }

    @Test
    void whatFollowsForTheStructIsSaidWithTheMember() {
        assertThat(messages(
                        "message M { uint32 a = 1; uint64 b = 2; uint64 c = 3; }",
                        "message M { uint32 a = 1; string s = 4; uint64 b = 2; uint64 c = 3; }"))
                .contains(
                        "shop.M.s (string* at 8) is new, before or over old members; the struct takes 40 bytes and took 24; "
                                + "b moves from 8 to 24, and 1 more; it holds pointers now and was flat");
    }

    @Test
    void structsThatHoldOneThatGrewSaySo() {
        assertThat(
                        messages(
                                "message In { uint64 a = 1; } message Out { In in = 1; uint64 b = 2; } message Top { Out out = 1; }",
                                "message In { uint64 a = 1; uint64 z = 9; } message Out { In in = 1; uint64 b = 2; } message Top { Out out = 1; }"))
                .contains(
                        "struct shop.Out takes 24 bytes and took 16, for it holds shop.In; b moves from 8 to 16",
                        "struct shop.Top takes 24 bytes and took 16, for it holds shop.Out");
    }

    @Test
    void aRuleThatIsSwitchedOffExplainsNothing() {
        SchemaFacts old = facts("message M { uint64 a = 1; }");
        SchemaFacts now = facts("message M { uint64 a = 1; uint64 b = 2; }");
        RuleSettings settings = RuleSettings.ALL.without(List.of(Rule.MEMBER_APPENDED));
        assertThat(SchemaComparison.compare(old, now, settings.rules()))
                .extracting(Finding::rule)
                .contains(Rule.STRUCT_SIZE_CHANGED);
    }

    @Test
    void anAppendedMemberAccountsForTheSizeAndForNoOrder() {
        String old = "message M { uint64 a = 1; uint64 b = 2; }";
        assertThat(messages(old, "message M { uint64 b = 2; uint64 a = 1; uint64 views = 3; }"))
                .contains(
                        "shop.M.views (uint64_t at 16) is new, behind the old members; the struct takes 24 bytes and took 16",
                        "members of shop.M moved: a from 0 to 8, b from 8 to 0");
        assertThat(rules(old, "message M { uint64 a = 1; uint64 b = 2; uint64 views = 3; }"))
                .containsExactly("member-appended shop.M.views", "field-added shop.M.views");
    }

    @Test
    void anAppendedMemberMovesNoOther() {
        assertThat(messages(
                        "message M { option (proto2ffi.message).align = 8; uint32 a = 1; uint32 b = 2; }",
                        "message M { option (proto2ffi.message).align = 8; uint32 a = 1;"
                                + " uint32 b = 2 [(proto2ffi.field).align = 8]; uint32 views = 3; }"))
                .contains("members of shop.M moved: b from 4 to 8");
    }

    @Test
    void aRemovedOrInsertedMemberShiftsThoseBehindItAndReordersNone() {
        String old = "message M { uint64 a = 1; uint64 b = 2; uint64 c = 3; }";
        assertThat(rules(old, "message M { reserved 1; reserved \"a\"; uint64 b = 2; uint64 c = 3; }"))
                .containsExactlyInAnyOrder("member-removed shop.M.a", "field-removed shop.M.a");
        assertThat(rules(old, "message M { reserved 1; reserved \"a\"; uint64 c = 3; uint64 b = 2; }"))
                .containsExactlyInAnyOrder("member-removed shop.M.a", "field-removed shop.M.a", "member-moved shop.M");
        assertThat(rules(old, "message M { uint64 a = 1; uint64 x = 4; uint64 b = 2; uint64 c = 3; }"))
                .containsExactlyInAnyOrder("member-inserted shop.M.x", "field-added shop.M.x");
    }

    @Test
    void anAlignmentThatNoMemberBringsIsSaidOfTheStruct() {
        String old = "message M { uint32 a = 1; }";
        assertThat(rules(old, "message M { uint32 a = 1; uint64 views = 2; }"))
                .containsExactly("member-appended shop.M.views", "field-added shop.M.views");
        assertThat(rules(old, "message M { option (proto2ffi.message).align = 64; uint32 a = 1; uint64 b = 2; }"))
                .contains("struct-alignment-changed shop.M");
    }

    @Test
    void anAppendedMemberHidesNoPointersOfAStructThatIsHeld() {
        String in = "message In { uint64 a = 1; repeated uint64 b = 2";
        String out = " } message Out { In in = 1;";
        String bounded = in + " [(proto2ffi.field) = { max_count: 2 fixed_count: true }];";
        assertThat(rules(bounded + out + " }", in + ";" + out + " uint64 c = 2; }"))
                .contains("member-appended shop.Out.c", "struct-flatness-lost shop.Out");
        assertThat(rules(bounded + out + " }", bounded + out + " string c = 2; }"))
                .containsExactlyInAnyOrder("member-appended shop.Out.c", "field-added shop.Out.c");
    }

    @Test
    void aServiceThatStandsInAnotherFileHasMoved() {
        String message = HEAD + "message M { uint32 x = 1; } ";
        String other = HEAD.replace("proto2ffi/options.proto", "shop.proto") + "message N { uint32 x = 1; } ";
        String service = "service S { rpc Get(M) returns (M); }";
        SchemaFacts old = Facts.of(Map.of("shop.proto", message + service, "calls.proto", other));
        SchemaFacts now = Facts.of(Map.of("shop.proto", message, "calls.proto", other + service));
        assertThat(Facts.compare(old, now))
                .extracting(Finding::message)
                .containsExactly("service shop.S is declared in calls.proto and was in shop.proto");
        assertThat(Facts.compare(old, old)).isEmpty();
    }

    @Test
    void anAliasKeepsTheNumberOfAConstantThatGoes() {
        assertThat(rules(
                        "enum E { option allow_alias = true; Z = 0; A = 1; B = 1; }",
                        "enum E { Z = 0; B = 1; reserved \"A\"; }"))
                .containsExactly("enum-value-removed shop.E.A");
    }

    @Test
    void aNewConstantWithAnOldNumberIsTakenForTheOldOne() {
        assertThat(messages("enum E { Z = 0; A = 1; }", "enum E { Z = 0; B = 1; A = 2; }"))
                .containsExactlyInAnyOrder(
                        "shop.E.A is 2 and was 1", "shop.E.B = 1 is new: old programs take it for A");
    }

    @Test
    void anRpcThatIsLeftOutIsGoneForCalls() {
        String rest = "message M { uint32 x = 1; } service S { rpc A(M) returns (M); rpc B(M) returns (M)";
        assertThat(rules(rest + "; }", rest + " { option (proto2ffi.method).skip = true; } }"))
                .containsExactly("rpc-removed shop.S.B");
        assertThat(rules(rest + " { option (proto2ffi.method).skip = true; } }", rest + "; }"))
                .containsExactly("rpc-added shop.S.B");
    }

    @Test
    void acceptedFindingsAreCountedAndWhatCoversNothingIsNamed() {
        SchemaFacts old = facts("message M { uint64 a = 1; }");
        SchemaFacts now = facts("message M { uint64 a = 1; uint64 b = 2; }");
        Ignore used = require(Ignore.parse("member-*:shop.M.*"));
        Ignore stale = require(Ignore.parse("member-moved:shop.M"));
        Outcome outcome = Outcome.of(old, now, false, RuleSettings.ALL.ignoring(List.of(used, stale)));
        assertThat(outcome.hasBreaking()).isFalse();
        assertThat(outcome.accepted()).extracting(Finding::rule).containsExactly(Rule.MEMBER_APPENDED);
        assertThat(outcome.unused()).containsExactly(stale);
        assertThat(outcome.counts()).isEqualTo("1 note, 1 accepted");
        assertThat(Outcome.of(
                                old,
                                now,
                                false,
                                RuleSettings.ALL.failingOn(Severity.NOTE).ignoring(List.of(used)))
                        .hasBreaking())
                .isTrue();
        assertThat(Ignore.parse("no-such-rule:x")).isNull();
        assertThat(Ignore.parse("member-moved")).isNull();
        assertThat(Ignore.parse("member-moved:")).isNull();
    }

    private static Ignore require(@Nullable Ignore ignore) {
        if (ignore == null) {
            throw new AssertionError("no such rule");
        }
        return ignore;
    }
}
