package dev.proto2ffi.examples.social;

import dev.proto2ffi.runtime.NativeLibraryException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import social.ffi.CallReport;

/**
 * Builds a feed in native memory, lets C and Rust score and edit it in place, and checks every value against plain Java.
 * Argument: the number of posts, 10,000 where none is given.
 */
public final class Main {
    private static final int POSTS = 10_000;
    private static final int MOST_POSTS = 100_000;
    private static final long SEED = 2026;

    /** The time of the story: 2026-01-01T00:00Z. Not the clock's, so that each run tells the same. */
    private static final long NOW = 1_767_225_600;

    private final Story story;
    private final PlainFeed plain;
    private final PlainJava work;
    private final Weights weights = Weights.USUAL;

    private Main(int posts, PrintStream out) {
        story = new Story(out);
        plain = new FeedGenerator(SEED, NOW).generate(posts);
        work = new PlainJava(plain, weights, NOW);
    }

    /** Exits with 0 when all values agree, with 1 when they don't, with 2 for bad arguments, with 3 without libraries. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        int posts = args.length == 0 ? POSTS : parse(args[0]);
        if (args.length > 1 || posts < 1 || posts > MOST_POSTS) {
            out.println("usage: social-media [POSTS], with 1 to " + MOST_POSTS + " posts");
            return 2;
        }
        try {
            return new Main(posts, out).tell().different() == 0 ? 0 : 1;
        } catch (NativeLibraryException e) {
            out.println(e.getMessage());
            return 3;
        }
    }

    private static int parse(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private Verdict tell() {
        CFeed c = new CFeed();
        RustFeed rust = new RustFeed();
        story.chapter("Java builds a feed in native memory");
        story.begin();
        try (NativeFeed feed = new NativeFeed(plain, weights)) {
            story.built(feed);
            story.chapter("Three of its structs, before native code has seen them");
            showSamples(feed);

            story.chapter("C and Rust work on the same structs, in place, through pointers");
            CallReport report = CallReport.allocate(feed.arena());
            callC(c, feed, report);
            CallReport ranking = CallReport.allocate(feed.arena());
            callRust(rust, feed, report, ranking);

            story.chapter("The same structs afterwards, read by Java");
            showSamples(feed);
            story.chapter("The hottest posts: counted by C, ranked by Rust");
            story.hottest(feed, ranking);

            story.chapter("Plain Java computes the same on its own objects");
            workInJava();
            Verdict verdict = Comparison.of(plain, feed, weights, ranking, work);
            story.verdict(verdict);
            return verdict;
        }
    }

    private void callC(CFeed c, NativeFeed feed, CallReport report) {
        story.begin();
        c.tallyComments(feed, report);
        story.did("C", "counts comments and replies", report);
        story.begin();
        c.tallyReactions(feed, report);
        story.did("C", "counts reactions", report);
        story.begin();
        c.moderate(feed, report);
        story.did("C", "replaces comments that shout", report);
        story.begin();
        c.score(feed, report);
        story.did("C", "scores posts", report);
    }

    private void callRust(RustFeed rust, NativeFeed feed, CallReport report, CallReport ranking) {
        story.begin();
        rust.redact(feed, NOW, report);
        story.did("Rust", "takes e-mail addresses out of posts", report);
        story.begin();
        rust.rank(feed, NOW, ranking);
        story.did("Rust", "ranks posts by score and age", ranking);
        story.begin();
        rust.tellAuthors(feed, NOW, report);
        story.did("Rust", "notifies the authors of the hottest posts", report);
    }

    private void workInJava() {
        work.tallyComments();
        work.tallyReactions();
        work.moderate();
        work.score();
        work.redact();
        work.rank();
        work.tellAuthors(NativeFeed.NOTIFICATIONS);
    }

    /** A post as any other, the first one with an address in it, and the first comment that shouts. */
    private void showSamples(NativeFeed feed) {
        story.post(feed, 1);
        plain.posts.stream()
                .filter(post -> post.content.contains("@example.org"))
                .findFirst()
                .ifPresent(post -> story.post(feed, post.id));
        plain.comments.stream()
                .filter(comment -> PlainJava.isShouted(comment.text))
                .findFirst()
                .ifPresent(comment -> story.comment(feed, comment.id));
    }
}
