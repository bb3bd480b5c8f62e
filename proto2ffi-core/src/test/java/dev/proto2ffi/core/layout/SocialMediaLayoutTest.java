package dev.proto2ffi.core.layout;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import org.junit.jupiter.api.Test;

/** The sizes that the published benchmark tables name for their schema. */
class SocialMediaLayoutTest {
    private static StructLayout layOut(MessageBuilder message) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = LayoutEngine.layOut(
                TestSchema.of(file("s.proto", "s")
                        .add(enumeration("Kind").value("NONE", 0))
                        .add(message)),
                diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return layout.structs().get(0);
    }

    private static MessageBuilder numbers(MessageBuilder message, String... names) {
        for (String name : names) {
            message.field(name, scalar(ScalarType.UINT64));
        }
        return message;
    }

    private static void assertSize(MessageBuilder message, int size) {
        StructLayout layout = layOut(message);
        assertThat(layout.size()).isEqualTo(size);
        assertThat(layout.align()).isEqualTo(8);
        assertThat(layout.flat()).isTrue();
    }

    @Test
    void reactionHas40Bytes() {
        MessageBuilder m = numbers(message("Reaction"), "reaction_id", "user_id", "target_id");
        m.field("reaction_type", enumOf("s.Kind"));
        assertSize(numbers(m, "created_at"), 40);
    }

    @Test
    void userProfileHas656Bytes() {
        MessageBuilder m = numbers(message("UserProfile"), "user_id");
        m.field("username", string(32)).field("display_name", string(64));
        m.field("bio", string(256)).field("avatar_url", string(256));
        numbers(m, "follower_count", "following_count", "post_count", "created_at");
        assertSize(m.field("is_verified", scalar(ScalarType.BOOL)), 656);
    }

    @Test
    void commentHas2056Bytes() {
        MessageBuilder m = numbers(message("Comment"), "comment_id", "post_id", "author_id", "parent_comment_id");
        m.field("text", string(2000));
        assertSize(numbers(m, "like_count", "reply_count", "created_at"), 2056);
    }

    @Test
    void postHas5584Bytes() {
        MessageBuilder m = numbers(message("Post"), "post_id", "author_id");
        m.field("post_type", enumOf("s.Kind")).field("content", string(5000));
        m.field("media_url", string(512)).field("visibility", enumOf("s.Kind"));
        numbers(m, "like_count", "comment_count", "share_count", "view_count", "created_at", "updated_at");
        assertSize(m, 5584);
    }

    @Test
    void messageHas4040Bytes() {
        MessageBuilder m = numbers(message("Message"), "message_id", "sender_id", "receiver_id");
        m.field("text", string(4000)).field("is_read", scalar(ScalarType.BOOL));
        assertSize(numbers(m, "created_at"), 4040);
    }

    @Test
    void notificationHas304BytesOr312WithTheFlagBehindTheText() {
        assertSize(notification(true), 304);
        assertSize(notification(false), 312);
        assertSize(notification(false).order(MemberOrder.SMALLEST), 304);
    }

    private static MessageBuilder notification(boolean flagFirst) {
        MessageBuilder m = numbers(message("Notification"), "notification_id", "user_id");
        m.field("notification_type", enumOf("s.Kind"));
        if (flagFirst) {
            m.field("is_read", scalar(ScalarType.BOOL));
        }
        numbers(m, "actor_id", "target_id").field("text", string(256));
        if (!flagFirst) {
            m.field("is_read", scalar(ScalarType.BOOL));
        }
        return numbers(m, "created_at");
    }
}
