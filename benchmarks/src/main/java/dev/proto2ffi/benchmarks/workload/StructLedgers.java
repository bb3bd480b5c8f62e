package dev.proto2ffi.benchmarks.workload;

import calc.ffi.Bookkeeper;
import calc.ffi.CurrencySum;
import calc.ffi.Ledger;
import calc.ffi.LineItem;
import calc.ffi.Sums;
import calc.ffi.Transaction;
import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/** The workload through structs, built in a scratch arena that is kept. For one thread. */
final class StructLedgers implements AutoCloseable {
    static final NativeLibrary CODE = Libraries.load("bench_rust");
    private static final Bookkeeper BOOKKEEPER = Bookkeeper.load(CODE);

    private final ScratchArena scratch = ScratchArena.ofConfined();

    /** Builds the structs, calls, and reads the sums. */
    long sum(PlainLedger plain) {
        long mark = scratch.mark();
        Ledger ledger = build(plain, scratch);
        Sums sums = Sums.allocate(scratch);
        BOOKKEEPER.sumByCurrency(ledger, sums, scratch);
        long all = 0;
        for (CurrencySum sum : sums.currenciesArray()) {
            all += sum.amount()
                    + sum.transactions()
                    + sum.items()
                    + sum.currency().length();
        }
        scratch.reset(mark);
        return all;
    }

    static Ledger build(PlainLedger plain, SegmentAllocator memory) {
        Ledger ledger = Ledger.allocate(memory)
                .excludedTag(memory, plain.excludedTag())
                .requiredStatus(memory, plain.requiredStatus());
        List<PlainLedger.Entry> entries = plain.transactions();
        StructArray<Transaction> transactions = ledger.allocateTransactions(memory, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            build(entries.get(i), transactions.get(i), memory);
        }
        return ledger;
    }

    private static void build(PlainLedger.Entry entry, Transaction transaction, SegmentAllocator memory) {
        List<String> tags = entry.tags();
        transaction
                .id(entry.id())
                .account(memory, entry.account())
                .amount(entry.amount())
                .currency(entry.currency())
                .metadata(memory, entry.metadata())
                .allocateTags(memory, tags.size());
        for (int i = 0; i < tags.size(); i++) {
            transaction.tags(memory, i, tags.get(i));
        }
        List<PlainLedger.Item> items = entry.items();
        StructArray<LineItem> places = transaction.allocateItems(memory, items.size());
        for (int i = 0; i < items.size(); i++) {
            PlainLedger.Item item = items.get(i);
            places.get(i)
                    .description(memory, item.description())
                    .quantity(item.quantity())
                    .unitPrice(item.unitPrice());
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
