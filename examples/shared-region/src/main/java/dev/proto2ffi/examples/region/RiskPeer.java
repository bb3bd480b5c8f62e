package dev.proto2ffi.examples.region;

import dev.proto2ffi.runtime.RegionException;
import dev.proto2ffi.runtime.SharedRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import risk.ffi.Mailbox;
import risk.ffi.Turn;

/** The risk check as a process of its own. */
public final class RiskPeer {
    private RiskPeer() {}

    /**
     * Exits with 0 when the desk closed, with 1 when that or the region failed.
     *
     * @param args the region's file, in which a mailbox is published or soon will be
     */
    @SuppressWarnings("SystemOut") // a program of the command line
    public static void main(String[] args) throws InterruptedException {
        try {
            answer(Path.of(args[0]));
        } catch (IOException | RegionException | TimeoutException e) {
            System.err.println("risk check: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void answer(Path file) throws IOException, InterruptedException, TimeoutException {
        try (SharedRegion region = SharedRegion.open(file, Turns.PATIENCE)) {
            Mailbox mailbox = region.awaitRoot(Mailbox.TYPE, Turns.PATIENCE);
            RiskCheck risk = new RiskCheck();
            while (Turns.awaitOther(mailbox, Turn.DESK, () -> true) == Turn.CHECK) {
                risk.check(mailbox.order(), mailbox.verdict());
                mailbox.turnRelease(Turn.DESK);
            }
        }
    }
}
