package dev.proto2ffi.benchmarks.peers;

/** A reaction as plain Java has it; enums are numbers. */
record ReactionValue(long reactionId, long userId, long targetId, int reactionType, long createdAt) {}
