package dev.proto2ffi.examples.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import social.ffi.CallReport;
import social.ffi.Post;

class SocialMediaTest {
    private static final long NOW = 1_767_225_600;

    private final PlainFeed plain = new FeedGenerator(7, NOW).generate(50);
    private final PlainJava work = new PlainJava(plain, Weights.USUAL, NOW);

    private static String tell(int expectedExitCode, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode = Main.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isEqualTo(expectedExitCode);
        return text;
    }

    @Test
    void everyValueOfTenThousandPostsEqualsThatOfPlainJava() {
        Libraries.c();
        Libraries.rust();
        assertThat(tell(0))
                .contains("social.Post            10,000 x  5,584 bytes")
                .containsPattern("every one of [\\d,]{7,} values checked: all equal");
    }

    @Test
    void aFeedOfOnePostWorksToo() {
        Libraries.c();
        Libraries.rust();
        assertThat(tell(0, "1")).contains("all equal");
    }

    @Test
    void badArgumentsAreRefusedWithTheUsage() {
        assertThat(tell(2, "0")).startsWith("usage:");
        assertThat(tell(2, "many")).startsWith("usage:");
        assertThat(tell(2, "1", "2")).startsWith("usage:");
    }

    @Test
    void theComparisonFindsOneWrongValueAmongAll() {
        try (NativeFeed feed = new NativeFeed(plain, Weights.USUAL)) {
            CallReport ranking = CallReport.allocate(feed.arena());
            Verdict before = Comparison.of(plain, feed, Weights.USUAL, ranking, work);
            feed.posts.get(41).shareCount(feed.posts.get(41).shareCount() + 1);
            Verdict after = Comparison.of(plain, feed, Weights.USUAL, ranking, work);
            assertThat(after.checked()).isEqualTo(before.checked());
            assertThat(after.different()).isEqualTo(before.different() + 1);
            assertThat(after.differences()).anyMatch(text -> text.startsWith("Post 42, share_count: plain Java says"));
        }
    }

    @Test
    void cSaysWhichReactionItCouldNotCount() {
        CFeed c = Libraries.c();
        try (NativeFeed feed = new NativeFeed(plain, Weights.USUAL)) {
            CallReport report = CallReport.allocate(feed.arena());
            feed.reactions.get(3).targetId(51);
            assertThatThrownBy(() -> c.tallyReactions(feed, report))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("feed_tally_reactions answered -1: a reaction to a post that doesn't exist: 51");
            feed.reactions.get(3).targetId(1).reactionTypeNumber(17);
            assertThatThrownBy(() -> c.tallyReactions(feed, report))
                    .hasMessageContaining("an unknown type in reaction 4");
        }
    }

    @Test
    void rustRefusesTextThatIsNotUtf8() {
        RustFeed rust = Libraries.rust();
        try (NativeFeed feed = new NativeFeed(plain, Weights.USUAL)) {
            CallReport report = CallReport.allocate(feed.arena());
            feed.posts.get(2).structSegment().set(ValueLayout.JAVA_BYTE, Post.CONTENT_OFFSET, (byte) 0xFF);
            assertThatThrownBy(() -> rust.redact(feed, NOW, report))
                    .hasMessage("feed_redact answered -1: social.Post.content: not UTF-8 at byte 0");
            assertThat(report.seen()).isEqualTo(3);
        }
    }
}
