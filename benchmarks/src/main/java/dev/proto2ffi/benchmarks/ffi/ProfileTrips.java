package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import social.ffi.UserProfile;

/** The trips of a user profile: six numbers and four strings. */
final class ProfileTrips implements RoundTrips {
    private final String text;
    private final ScratchArena scratch = ScratchArena.ofConfined();
    private final StructPool<UserProfile> pool = UserProfile.pool(64);

    ProfileTrips(String text) {
        this.text = text;
    }

    @Override
    public long pool(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            UserProfile struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_PROFILE_CRITICAL.invokeExact(struct.structAddress());
            sum += struct.createdAt();
            pool.release(struct);
        }
        return sum;
    }

    @Override
    public long poolOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            UserProfile struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_PROFILE.invokeExact(struct.structAddress());
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
                UserProfile struct = UserProfile.allocate(scratch);
                fill(struct, i);
                sum += (long) Functions.VISIT_PROFILE_CRITICAL.invokeExact(struct.structAddress());
                sum += struct.createdAt();
            }
        }
        return sum;
    }

    private void fill(UserProfile struct, long value) {
        struct.userId(value)
                .username(text)
                .displayName(text)
                .bio(text)
                .avatarUrl(text)
                .followerCount(value + 1)
                .followingCount(value + 2)
                .postCount(value + 3)
                .createdAt(value + 4)
                .isVerified(true);
    }

    @Override
    public long function() {
        return Functions.VISIT_PROFILE_ADDRESS;
    }

    @Override
    public void close() {
        scratch.close();
        pool.close();
    }
}
