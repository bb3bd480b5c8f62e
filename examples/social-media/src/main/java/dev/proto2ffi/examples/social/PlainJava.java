package dev.proto2ffi.examples.social;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.ffi.NotificationType;
import social.ffi.PostType;
import social.ffi.ReactionType;

/**
 * What the C and Rust libraries do, once more in plain Java over plain objects. It shares no line with them and touches
 * no native memory, so that both being wrong in the same way is unlikely.
 */
final class PlainJava {
    private static final Pattern ADDRESS = Pattern.compile("(?<![^ ])[^ @]+@[^ .]+\\.[^ ]+(?![^ ])");

    private final PlainFeed feed;
    private final Weights weights;
    private final long now;

    /**
     * @param feed is edited in place
     * @param now in seconds since 1970
     */
    PlainJava(PlainFeed feed, Weights weights, long now) {
        this.feed = feed;
        this.weights = weights;
        this.now = now;
    }

    void tallyComments() {
        for (PlainFeed.Comment comment : feed.comments) {
            feed.posts.get((int) comment.postId - 1).commentCount++;
            if (comment.parentId != 0) {
                feed.comments.get((int) comment.parentId - 1).replyCount++;
            }
        }
    }

    void tallyReactions() {
        for (PlainFeed.Post post : feed.posts) {
            PlainFeed.Score score = new PlainFeed.Score();
            score.postId = post.id;
            feed.scores.add(score);
        }
        for (PlainFeed.Reaction reaction : feed.reactions) {
            int index = (int) reaction.targetId - 1;
            feed.scores.get(index).reactions[reaction.type.number()]++;
            if (reaction.type == ReactionType.LIKE || reaction.type == ReactionType.LOVE) {
                feed.posts.get(index).likeCount++;
            }
        }
    }

    void moderate() {
        for (PlainFeed.Comment comment : feed.comments) {
            if (isShouted(comment.text)) {
                comment.text = "[removed: shouting]";
                comment.likeCount = 0;
            }
        }
    }

    /** At least eight Latin letters, and all of them capitals. */
    static boolean isShouted(String text) {
        return text.chars().noneMatch(c -> c >= 'a' && c <= 'z')
                && text.chars().filter(c -> c >= 'A' && c <= 'Z').count() >= 8;
    }

    void score() {
        for (PlainFeed.Post post : feed.posts) {
            PlainFeed.Score score = feed.scores.get((int) post.id - 1);
            double engagement = weights.view() * post.viewCount;
            engagement += weights.comment() * post.commentCount;
            engagement += weights.share() * post.shareCount;
            for (ReactionType type : Weights.TYPES) {
                engagement += weights.reaction(type) * score.reactions[type.number()];
            }
            boolean verified = feed.users.get((int) post.authorId - 1).verified;
            score.engagement = verified ? engagement * weights.verifiedBonus() : engagement;
        }
    }

    void redact() {
        for (PlainFeed.Post post : feed.posts) {
            Matcher address = ADDRESS.matcher(post.content);
            if (address.find()) {
                post.content = address.replaceAll("[address removed]");
                post.updatedAt = now;
            }
        }
    }

    void rank() {
        for (PlainFeed.Score score : feed.scores) {
            double hours = 2 + (now - feed.posts.get((int) score.postId - 1).createdAt) / 3600.0;
            score.hotness = score.engagement / (hours * Math.sqrt(hours));
        }
        List<PlainFeed.Score> order = hottestFirst();
        for (int place = 0; place < order.size(); place++) {
            order.get(place).rank = place + 1;
        }
    }

    void tellAuthors(int most) {
        for (PlainFeed.Score score : hottestFirst().subList(0, Math.min(most, feed.scores.size()))) {
            PlainFeed.Post post = feed.posts.get((int) score.postId - 1);
            PlainFeed.Notification notification = new PlainFeed.Notification();
            notification.id = score.rank;
            notification.userId = post.authorId;
            notification.type = NotificationType.TRENDING;
            notification.targetId = post.id;
            notification.text = "Your post " + post.id + " is number " + score.rank + " of the feed; comments: "
                    + post.commentCount + ", likes: " + post.likeCount + " 🎉";
            notification.createdAt = now;
            feed.notifications.add(notification);
        }
    }

    /** All scores, by falling hotness; of equals, the older post first. */
    List<PlainFeed.Score> hottestFirst() {
        List<PlainFeed.Score> order = new ArrayList<>(feed.scores);
        order.sort(Comparator.comparingDouble((PlainFeed.Score score) -> -score.hotness)
                .thenComparingLong(score -> score.postId));
        return order;
    }

    /** The hottest post of each type that has one, in the order of the types' numbers. */
    Map<PostType, PlainFeed.Score> highlights() {
        Map<PostType, PlainFeed.Score> highlights = new EnumMap<>(PostType.class);
        for (PlainFeed.Score score : hottestFirst()) {
            highlights.putIfAbsent(feed.posts.get((int) score.postId - 1).type, score);
        }
        return highlights;
    }
}
