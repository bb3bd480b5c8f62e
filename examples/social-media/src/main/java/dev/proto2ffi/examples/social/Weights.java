package dev.proto2ffi.examples.social;

import java.util.List;
import social.ffi.ReactionType;

/**
 * What an event is worth to a post's score.
 *
 * @param reactions by the number of the type
 * @param verifiedBonus factor for posts by verified authors
 */
record Weights(double view, double comment, double share, List<Double> reactions, double verifiedBonus) {
    /** The reactions that the schema names, in the order of their numbers. */
    static final List<ReactionType> TYPES = List.of(
            ReactionType.LIKE,
            ReactionType.LOVE,
            ReactionType.LAUGH,
            ReactionType.WOW,
            ReactionType.SAD,
            ReactionType.ANGRY);

    /** Tenths, which binary fractions can't hold exactly, so that rounding differently would show. */
    static final Weights USUAL = new Weights(0.01, 2.3, 4.7, List.of(1.0, 1.9, 1.3, 1.1, 0.7, 0.3), 1.2);

    double reaction(ReactionType type) {
        return reactions.get(type.number());
    }
}
