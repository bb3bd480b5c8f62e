package dev.proto2ffi.examples.social;

import java.util.Locale;
import java.util.SplittableRandom;
import social.ffi.PostType;
import social.ffi.ReactionType;
import social.ffi.Visibility;

/** Invents a feed. The same seed and size give the same feed. */
final class FeedGenerator {
    private static final long DAY = 24 * 60 * 60;

    private static final String[] NAMES = {"ada", "linus", "grace", "ken", "barbara", "dennis", "frances", "edsger"};

    /** Of one to four bytes a character in UTF-8. */
    private static final String[] WORDS = {
        "today",
        "we",
        "watched",
        "the",
        "sea",
        "and",
        "a",
        "café",
        "near",
        "Zürich",
        "was",
        "open",
        "until",
        "late",
        "naïve",
        "question:",
        "why",
        "does",
        "東京",
        "sleep",
        "so",
        "little",
        "🎉",
        "this",
        "build",
        "took",
        "two",
        "minutes",
        "again",
        "cats",
        "prefer",
        "boxes",
        "Ωmega",
        "coffee",
        "is",
        "ready",
        "😀",
        "see",
        "you",
        "there"
    };

    private static final String[] SHOUTS = {
        "READ MY BLOG NOW", "FIRST!!! FIRST!!!", "YOU ARE ALL WRONG", "BUY THIS TODAY"
    };

    private final SplittableRandom random;
    private final long now;

    /**
     * @param seed of everything that is left to chance
     * @param now the time at which the feed is looked at, in seconds since 1970; all in it is older
     */
    FeedGenerator(long seed, long now) {
        this.random = new SplittableRandom(seed);
        this.now = now;
    }

    /** A feed with a tenth as many authors as posts, twice as many comments and ten times as many reactions. */
    PlainFeed generate(int posts) {
        PlainFeed feed = new PlainFeed();
        int users = Math.max(1, posts / 10);
        for (int i = 0; i < users; i++) {
            feed.users.add(user(i + 1));
        }
        for (int i = 0; i < posts; i++) {
            feed.posts.add(post(i + 1, users));
        }
        for (int i = 0; i < 2 * posts; i++) {
            feed.comments.add(comment(i + 1, posts, users));
        }
        for (int i = 0; i < 10 * posts; i++) {
            feed.reactions.add(reaction(i + 1, posts, users));
        }
        return feed;
    }

    private PlainFeed.User user(long id) {
        PlainFeed.User user = new PlainFeed.User();
        String name = pick(NAMES);
        user.id = id;
        user.username = name + "_" + id;
        user.displayName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " No. " + id;
        user.bio = sentence(3, 12);
        user.avatarUrl = "https://img.example.org/" + id + ".png";
        user.followerCount = random.nextLong(1_000_000);
        user.followingCount = random.nextLong(1_000);
        user.postCount = random.nextLong(10_000);
        user.createdAt = now - random.nextLong(30 * DAY, 3_000 * DAY);
        user.verified = random.nextInt(20) == 0;
        return user;
    }

    private PlainFeed.Post post(long id, int users) {
        PlainFeed.Post post = new PlainFeed.Post();
        post.id = id;
        post.authorId = random.nextLong(users) + 1;
        post.type = PostType.forNumber(random.nextInt(4));
        post.content = sentence(8, 80);
        if (random.nextInt(30) == 0) {
            post.content += " write to " + pick(NAMES) + random.nextInt(100) + "@example.org " + sentence(1, 10);
        }
        post.mediaUrl = post.type == PostType.TEXT ? "" : "https://media.example.org/" + id;
        post.visibility = Visibility.forNumber(random.nextInt(3));
        post.shareCount = random.nextLong(200);
        post.viewCount = random.nextLong(100_000);
        post.createdAt = now - random.nextLong(7 * DAY);
        return post;
    }

    private PlainFeed.Comment comment(long id, int posts, int users) {
        PlainFeed.Comment comment = new PlainFeed.Comment();
        comment.id = id;
        comment.postId = random.nextLong(posts) + 1;
        comment.authorId = random.nextLong(users) + 1;
        comment.parentId = id > 1 && random.nextInt(4) == 0 ? random.nextLong(1, id) : 0;
        comment.text = random.nextInt(25) == 0 ? pick(SHOUTS) : sentence(2, 40);
        comment.likeCount = random.nextLong(50);
        comment.createdAt = now - random.nextLong(7 * DAY);
        return comment;
    }

    private PlainFeed.Reaction reaction(long id, int posts, int users) {
        PlainFeed.Reaction reaction = new PlainFeed.Reaction();
        reaction.id = id;
        reaction.userId = random.nextLong(users) + 1;
        reaction.targetId = random.nextLong(posts) + 1;
        reaction.type = ReactionType.forNumber(random.nextInt(6));
        reaction.createdAt = now - random.nextLong(7 * DAY);
        return reaction;
    }

    private String sentence(int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(least, most + 1); left > 0; left--) {
            text.append(pick(WORDS)).append(left > 1 ? " " : "");
        }
        return text.toString();
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
