package dev.proto2ffi.core.model.wire;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * A service.
 *
 * @param rpcs in declaration order
 * @param span its name in its declaration
 */
public record WireService(String fullName, List<Rpc> rpcs, Span span) {
    public WireService {
        rpcs = List.copyOf(rpcs);
    }

    /**
     * An rpc.
     *
     * @param request full name of the message
     * @param response full name of the message
     * @param span its name in its declaration
     * @param requestSpan the request's type there
     * @param responseSpan the response's type there
     */
    public record Rpc(
            String name,
            String request,
            boolean clientStreaming,
            String response,
            boolean serverStreaming,
            Span span,
            Span requestSpan,
            Span responseSpan) {}
}
