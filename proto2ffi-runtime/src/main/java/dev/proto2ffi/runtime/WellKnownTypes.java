package dev.proto2ffi.runtime;

import java.time.Duration;
import java.time.Instant;

/**
 * The conversions between protobuf's well-known types and those of the JDK, with the ranges that their definitions give.
 * For generated code only.
 */
public final class WellKnownTypes {
    /** 0001-01-01T00:00:00Z, as google/protobuf/timestamp.proto has it. */
    private static final long FIRST_SECOND = -62_135_596_800L;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** About 10,000 years, as google/protobuf/duration.proto has it. */
    private static final long LONGEST = 315_576_000_000L;

    private static final int NANOS = 1_000_000_000;

    private WellKnownTypes() {}

    /**
     * The point in time of a Timestamp.
     *
     * @throws CorruptStructException if it is outside the years 1 to 9999, or the nanoseconds aren't 0 to 999,999,999
     */
    public static Instant instant(long seconds, int nanos) {
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            throw new CorruptStructException(
                    "google.protobuf.Timestamp.seconds", seconds + " is outside the years 1 to 9999");
        }
        if (nanos < 0 || nanos >= NANOS) {
            throw new CorruptStructException("google.protobuf.Timestamp.nanos", nanos + " is outside 0 to 999,999,999");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /**
     * Checks that a Timestamp can say it.
     *
     * @return the same
     * @throws FieldOverflowException if it is outside the years 1 to 9999
     */
    public static Instant check(Instant value) {
        if (value.getEpochSecond() < FIRST_SECOND || value.getEpochSecond() > LAST_SECOND) {
            throw new FieldOverflowException(
                    "google.protobuf.Timestamp.seconds", value + " is outside the years 1 to 9999");
        }
        return value;
    }

    /**
     * The length of a Duration.
     *
     * @throws CorruptStructException if it is beyond 315,576,000,000 seconds, the nanoseconds are beyond 999,999,999, or
     *     the two have different signs
     */
    public static Duration duration(long seconds, int nanos) {
        if (seconds < -LONGEST || seconds > LONGEST) {
            throw new CorruptStructException(
                    "google.protobuf.Duration.seconds", seconds + " is beyond 315,576,000,000 seconds");
        }
        if (nanos <= -NANOS || nanos >= NANOS) {
            throw new CorruptStructException("google.protobuf.Duration.nanos", nanos + " is beyond 999,999,999");
        }
        if (seconds < 0 && nanos > 0 || seconds > 0 && nanos < 0) {
            throw new CorruptStructException(
                    "google.protobuf.Duration.nanos", nanos + " has another sign than " + seconds + " seconds");
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * The seconds of a Duration, rounded towards zero.
     *
     * @throws FieldOverflowException if it is beyond 315,576,000,000 seconds
     */
    public static long seconds(Duration value) {
        long seconds = value.getSeconds();
        if (seconds < 0 && value.getNano() > 0) {
            seconds++;
        }
        if (seconds < -LONGEST || seconds > LONGEST) {
            throw new FieldOverflowException(
                    "google.protobuf.Duration.seconds", value + " is beyond 315,576,000,000 seconds");
        }
        return seconds;
    }

    /**
     * Checks that a Duration can say it.
     *
     * @return the same
     * @throws FieldOverflowException if it is beyond 315,576,000,000 seconds
     */
    public static Duration check(Duration value) {
        seconds(value);
        return value;
    }

    /** The nanoseconds of a Duration, of the sign of its seconds. */
    public static int nanos(Duration value) {
        return value.getSeconds() < 0 && value.getNano() > 0 ? value.getNano() - NANOS : value.getNano();
    }
}
