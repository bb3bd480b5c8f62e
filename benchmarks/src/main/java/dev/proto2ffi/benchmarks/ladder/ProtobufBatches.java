package dev.proto2ffi.benchmarks.ladder;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import ladder.pb.AddRequest;
import ladder.pb.BatchRequest;
import ladder.pb.BatchResponse;
import ladder.pb.ColumnsRequest;
import ladder.pb.ColumnsResponse;

/** Many adds in one message and one call, in memory that both sides see. For one thread. */
final class ProtobufBatches {
    private final MethodHandle batch;
    private final MethodHandle columns;
    private final MemorySegment request;
    private final MemorySegment response;
    private final ByteBuffer requestBuffer;
    private final ByteBuffer responseBuffer;

    /** For messages of so many adds at most. */
    ProtobufBatches(NativeEnd end, int adds) {
        batch = end.direct("ladder_add_batch");
        columns = end.direct("ladder_add_columns");
        // Two tags and varints, and their own tag and length.
        int most = 32 * adds + 32;
        request = Arena.ofAuto().allocate(most, 64);
        response = Arena.ofAuto().allocate(most, 64);
        requestBuffer = request.asByteBuffer();
        responseBuffer = response.asByteBuffer();
    }

    /** A message for each add, by prost on the other side; the sum of the answers. */
    long batch(long[] a, long[] b) {
        BatchRequest.Builder builder = BatchRequest.newBuilder();
        for (int i = 0; i < a.length; i++) {
            builder.addAdds(AddRequest.newBuilder().setA(a[i]).setB(b[i]));
        }
        try {
            long size = write(builder.build());
            long length = (long) batch.invokeExact(request, size, response, response.byteSize());
            BatchResponse answers = BatchResponse.parser().parseFrom(answer(length));
            long sum = 0;
            for (int i = 0; i < answers.getValuesCount(); i++) {
                sum += answers.getValues(i);
            }
            return sum;
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        }
    }

    /** Packed numbers of eight bytes, which native code adds by vectors; the sum of the answers. */
    long columns(long[] a, long[] b) {
        ColumnsRequest.Builder builder = ColumnsRequest.newBuilder();
        for (int i = 0; i < a.length; i++) {
            builder.addA(a[i]).addB(b[i]);
        }
        try {
            long size = write(builder.build());
            long length = (long) columns.invokeExact(request, size, response, response.byteSize());
            ColumnsResponse answers = ColumnsResponse.parser().parseFrom(answer(length));
            long sum = 0;
            for (int i = 0; i < answers.getValuesCount(); i++) {
                sum += answers.getValues(i);
            }
            return sum;
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        }
    }

    private long write(MessageLite message) throws IOException {
        CodedOutputStream out = CodedOutputStream.newInstance(requestBuffer.clear());
        message.writeTo(out);
        out.flush();
        return out.getTotalBytesWritten();
    }

    private CodedInputStream answer(long length) {
        return CodedInputStream.newInstance(responseBuffer.clear().limit(NativeEnd.checked(length)));
    }
}
