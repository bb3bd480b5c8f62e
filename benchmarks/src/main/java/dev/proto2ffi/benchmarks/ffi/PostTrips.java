package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import social.ffi.Post;
import social.ffi.PostType;
import social.ffi.Visibility;

/** The trips of a post: ten numbers and two strings. */
final class PostTrips implements RoundTrips {
    private final String text;
    private final ScratchArena scratch = ScratchArena.ofConfined();
    private final StructPool<Post> pool = Post.pool(64);

    PostTrips(String text) {
        this.text = text;
    }

    @Override
    public long pool(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Post struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_POST_CRITICAL.invokeExact(struct.structAddress());
            sum += struct.createdAt();
            pool.release(struct);
        }
        return sum;
    }

    @Override
    public long poolOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Post struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_POST.invokeExact(struct.structAddress());
            sum += struct.createdAt();
            pool.release(struct);
        }
        return sum;
    }

    @Override
    @SuppressWarnings("try") // only its end matters
    public long scratch(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = scratch.frame()) {
                Post struct = Post.allocate(scratch);
                fill(struct, i);
                sum += (long) Functions.VISIT_POST_CRITICAL.invokeExact(struct.structAddress());
                sum += struct.createdAt();
            }
        }
        return sum;
    }

    private void fill(Post struct, long value) {
        struct.postId(value)
                .authorId(value + 1)
                .postType(PostType.IMAGE)
                .content(text)
                .mediaUrl(text)
                .visibility(Visibility.FOLLOWERS)
                .likeCount(value + 2)
                .commentCount(value + 3)
                .shareCount(value + 4)
                .viewCount(value + 5)
                .createdAt(value + 6)
                .updatedAt(value + 7);
    }

    @Override
    public long function() {
        return Functions.VISIT_POST_ADDRESS;
    }

    @Override
    public void close() {
        scratch.close();
        pool.close();
    }
}
