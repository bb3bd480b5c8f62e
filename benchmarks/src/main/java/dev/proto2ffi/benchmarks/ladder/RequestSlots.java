package dev.proto2ffi.benchmarks.ladder;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import ladder.pb.AddRequest;
import ladder.pb.AddResponse;

/** A pool of what a call needs, kept from call to call. Its memory stays for good. For one thread. */
final class RequestSlots {
    /** Bytes of a request, and of a response: two tags and two varints have 22 at most. */
    static final long CAPACITY = 64;

    private final ArrayDeque<Slot> free = new ArrayDeque<>();

    RequestSlots() {
        free.push(new Slot());
    }

    Slot acquire() {
        Slot slot = free.poll();
        return slot == null ? new Slot() : slot;
    }

    void release(Slot slot) {
        free.push(slot);
    }

    /** Builder and memory of one call at a time. */
    static final class Slot {
        /** A cache line for each: twin of {@code shared.rs}. */
        private static final long RESPONSE = CAPACITY;

        private final AddRequest.Builder builder = AddRequest.newBuilder();
        private final byte[] bytes = new byte[(int) CAPACITY];

        /** Request and response. */
        final MemorySegment memory = Arena.global().allocate(2 * CAPACITY, 64);

        final MemorySegment request = memory.asSlice(0, CAPACITY);
        final MemorySegment response = memory.asSlice(RESPONSE, CAPACITY);
        final MemorySegment owned = Arena.global().allocate(OwnedResponse.LAYOUT);
        private final ByteBuffer requestBuffer = request.asByteBuffer();
        private final ByteBuffer responseBuffer = response.asByteBuffer();

        /** Encodes on the heap and copies to {@link #request}; the length. */
        long write(long a, long b) throws IOException {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            builder.setA(a).setB(b).build().writeTo(out);
            int length = out.getTotalBytesWritten();
            MemorySegment.copy(bytes, 0, request, ValueLayout.JAVA_BYTE, 0, length);
            return length;
        }

        /** Copies {@link #response} to the heap and decodes it there. */
        long read(int length) throws IOException {
            MemorySegment.copy(response, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
            return AddResponse.parser().parseFrom(bytes, 0, length).getValue();
        }

        /** Encodes where native code reads; the length. */
        long writeInPlace(long a, long b) throws IOException {
            CodedOutputStream out = CodedOutputStream.newInstance(requestBuffer.clear());
            builder.setA(a).setB(b).build().writeTo(out);
            out.flush();
            return out.getTotalBytesWritten();
        }

        /** Decodes where native code wrote. */
        long readInPlace(int length) throws IOException {
            CodedInputStream in =
                    CodedInputStream.newInstance(responseBuffer.clear().limit(length));
            return AddResponse.parser().parseFrom(in).getValue();
        }
    }
}
