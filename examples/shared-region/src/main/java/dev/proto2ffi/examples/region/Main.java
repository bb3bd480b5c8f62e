package dev.proto2ffi.examples.region;

import dev.proto2ffi.runtime.SharedRegion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import risk.ffi.Mailbox;

/** Orders through shared memory to another JVM, then to a C program. The argument is how many; 200,000 by default. */
public final class Main {
    private Main() {}

    /** Exits with 0 when all went well, with 1 when a peer failed, with 2 for bad arguments. */
    @SuppressWarnings("SystemOut") // a program of the command line
    public static void main(String[] args) throws IOException, InterruptedException {
        int orders = args.length == 0 ? 200_000 : number(args[0]);
        if (args.length > 1 || orders < 1) {
            System.err.println("usage: ./examples/run shared-region [ORDERS], with ORDERS from 1 to 10000000");
            System.exit(2);
        }
        try {
            run(orders, System.out);
        } catch (TimeoutException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void run(int orders, PrintStream out) throws IOException, InterruptedException, TimeoutException {
        out.printf(
                Locale.ROOT,
                "Each of %,d orders goes to a risk check in another process and comes back with a verdict,%n"
                        + "through one struct of %d bytes in shared memory%n",
                orders,
                Mailbox.SIZE);
        for (Peer peer : Peer.values()) {
            if (peer.command().isEmpty()) {
                out.printf("  %-12s left out: it wasn't built, for want of a C compiler%n", peer.words());
                continue;
            }
            Path file = SharedRegion.sharedMemory(
                    "proto2ffi-mailbox-" + ProcessHandle.current().pid());
            Desk.Report report = Desk.trade(peer, file, orders);
            out.printf(
                    Locale.ROOT,
                    "  %-12s there and back in %,d ns (median), %,d ns (99 of 100); %,d accepted, all verdicts right%n",
                    peer.words(),
                    report.median(),
                    report.percentile99(),
                    report.accepted());
        }
    }

    /** 0 for what can't be. */
    private static int number(String text) {
        try {
            int value = Integer.parseInt(text);
            return value <= 10_000_000 ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
