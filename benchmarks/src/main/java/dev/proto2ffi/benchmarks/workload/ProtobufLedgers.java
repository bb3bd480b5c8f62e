package dev.proto2ffi.benchmarks.workload;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import dev.proto2ffi.benchmarks.harness.Libraries;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import ledger.pb.CurrencySum;
import ledger.pb.Ledger;
import ledger.pb.LineItem;
import ledger.pb.Sums;
import ledger.pb.Transaction;

/** The workload through protobuf bytes, in memory that both sides see: no copies, buffers kept. For one thread. */
final class ProtobufLedgers {
    private static final int CAPACITY = 1 << 20;
    private static final FunctionDescriptor SUM = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG);

    private final MethodHandle sum;
    private final MemorySegment request = Arena.ofAuto().allocate(CAPACITY, 64);
    private final MemorySegment response = Arena.ofAuto().allocate(CAPACITY, 64);
    private final ByteBuffer requestBuffer = request.asByteBuffer();
    private final ByteBuffer responseBuffer = response.asByteBuffer();

    /** @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built */
    ProtobufLedgers(String library, String function) {
        sum = Libraries.load(library).function(function, SUM);
    }

    /** Builds the messages, encodes, calls, decodes, and reads the sums. */
    long sum(PlainLedger plain) {
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(requestBuffer.clear());
            message(plain).writeTo(out);
            out.flush();
            long size = out.getTotalBytesWritten();
            long length = (long) sum.invokeExact(request, size, response, response.byteSize());
            if (length < 0) {
                throw new IllegalStateException("native code refused the ledger");
            }
            return read(Sums.parseFrom(
                    CodedInputStream.newInstance(responseBuffer.clear().limit((int) length))));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the call failed", e);
        }
    }

    static Ledger message(PlainLedger plain) {
        Ledger.Builder ledger =
                Ledger.newBuilder().setExcludedTag(plain.excludedTag()).setRequiredStatus(plain.requiredStatus());
        for (PlainLedger.Entry entry : plain.transactions()) {
            Transaction.Builder transaction = Transaction.newBuilder()
                    .setId(entry.id())
                    .setAccount(entry.account())
                    .setAmount(entry.amount())
                    .setCurrency(entry.currency())
                    .addAllTags(entry.tags())
                    .putAllMetadata(entry.metadata());
            for (PlainLedger.Item item : entry.items()) {
                transaction.addItems(LineItem.newBuilder()
                        .setDescription(item.description())
                        .setQuantity(item.quantity())
                        .setUnitPrice(item.unitPrice()));
            }
            ledger.addTransactions(transaction);
        }
        return ledger.build();
    }

    private static long read(Sums sums) {
        long all = 0;
        for (CurrencySum sum : sums.getCurrenciesList()) {
            all += sum.getAmount()
                    + sum.getTransactions()
                    + sum.getItems()
                    + sum.getCurrency().length();
        }
        return all;
    }
}
