package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.model.wire.WireService;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lock file says of a service. */
final class ServiceSection extends LockSection {
    private final FileSection file;
    private final String name;
    private @Nullable Long fingerprint;
    private final List<ServiceFacts.RpcFacts> rpcs = new ArrayList<>();

    ServiceSection(FileSection file, String name, Span head) {
        super(head);
        this.file = file;
        this.name = name;
    }

    @Override
    boolean take(String word, LockLine line) throws BadLine {
        switch (word) {
            case "fingerprint" -> {
                only(word, line);
                fingerprint = line.fingerprint();
            }
            case "rpc" -> rpc(line);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rpc(LockLine line) throws BadLine {
        String rpc = line.word("a name");
        only("rpc " + rpc, line);
        String request = line.word("a message");
        line.expect("returns");
        String response = line.word("a message");
        Span span = line.span();
        WireService.Rpc wire = new WireService.Rpc(
                rpc, message(request), isStream(request), message(response), isStream(response), span, span, span);
        boolean skipped = line.skip("skipped");
        boolean critical = line.skip("critical");
        rpcs.add(new ServiceFacts.RpcFacts(wire, skipped, critical, line.skip("batch")));
    }

    private static boolean isStream(String text) {
        return text.startsWith(LockWriter.STREAM);
    }

    private static String message(String text) {
        return isStream(text) ? text.substring(LockWriter.STREAM.length()) : text;
    }

    @Override
    void finish() {
        file.services.add(new ServiceFacts(name, file.path(), fingerprint, rpcs, head()));
    }
}
