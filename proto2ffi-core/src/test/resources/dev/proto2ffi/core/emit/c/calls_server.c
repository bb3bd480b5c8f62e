/* A server of calls/calculator.p2f.h, and a library that takes servers of it. C11 and C++17. */
#include <math.h>
#include <string.h>

#define calls_Calculator_Store_OWN_BATCH
#include "calls/calculator.p2f.h"
/* Again: it is guarded. */
#include "calls/calculator.p2f.h"

static double last;
static int ticks;

int32_t calls_Calculator_Add(const calls_BinaryOp *request, calls_Result *response, p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    response->value = request->a + request->b;
    last = response->value;
    return P2F_OK;
}

int32_t calls_Calculator_Divide(const calls_BinaryOp *request, calls_Result *response, p2f_error *error) P2F_NOEXCEPT {
    if (fpclassify(request->b) == FP_ZERO) {
        return p2f_failf(error, 1, "%g can't be divided by zero", request->a);
    }
    response->value = request->a / request->b;
    return P2F_OK;
}

int32_t calls_Calculator_Reset(p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    last = 0;
    ticks = 0;
    return P2F_OK;
}

int32_t calls_Calculator_Last(calls_Result *response, p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    response->value = last;
    return P2F_OK;
}

int32_t calls_Calculator_Store(const calls_Result *request, p2f_error *error) P2F_NOEXCEPT {
    if (isnan(request->value)) {
        return p2f_fail(error, P2F_OK, "not a number");
    }
    last = request->value;
    return P2F_OK;
}

/* From the last to the first, which the loop of the header wouldn't do. */
int32_t calls_Calculator_Store_batch(const calls_Result *requests, uint64_t count, p2f_error *error) P2F_NOEXCEPT {
    for (uint64_t left = count; left > 0; left--) {
        int32_t code = calls_Calculator_Store(requests + left - 1, error);
        if (code != P2F_OK) {
            return p2f_fail_at(error, code, left - 1);
        }
    }
    return P2F_OK;
}

int32_t calls_Calculator_Tick(p2f_error *error) P2F_NOEXCEPT {
    if (ticks == 10) {
        return p2f_fail(error, 9, "the clock stands still");
    }
    ticks++;
    return P2F_OK;
}

int32_t calls_Calculator_History(const calls_Query *request, p2f_stream *stream, p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    for (int32_t i = 0; i < request->count; i++) {
        calls_Result item;
        item.value = request->first + i;
        int32_t code = calls_Calculator_History_send(stream, &item);
        if (code != P2F_OK) {
            return p2f_fail(error, code, "the client wants no more");
        }
    }
    return P2F_OK;
}

int32_t calls_Calculator_Ticks(p2f_stream *stream, p2f_error *error) P2F_NOEXCEPT {
    for (;;) {
        int32_t code = calls_Calculator_Ticks_send(stream);
        if (code != P2F_OK) {
            return p2f_fail(error, code, NULL);
        }
    }
}

int32_t calls_Calculator_Say(
        const calls_Query *request, calls_Text *response, p2f_allocator *allocator, p2f_error *error) P2F_NOEXCEPT {
    char text[32];
    int size = snprintf(text, sizeof text, "%d and %d", (int)request->first, (int)request->count);
    if (!calls_Text_set_text(response, allocator, text, (size_t)size)) {
        return p2f_fail(error, P2F_OUT_OF_MEMORY, "no memory for the text");
    }
    return P2F_OK;
}

int32_t calls_Calculator_SayAll(const calls_Query *request, p2f_stream *stream, p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    int32_t code = P2F_OK;
    for (int32_t i = 0; i < request->count && code == P2F_OK; i++) {
        char text[16];
        int size = snprintf(text, sizeof text, "%d", (int)(request->first + i));
        calls_Text item;
        item.text = p2f_str_of(text, (uint64_t)size);
        code = calls_Calculator_SayAll_send(stream, &item);
    }
    return code;
}

int32_t calls_Calculator_Split(const money_Amount *request, money_Wallet *response, p2f_error *error) P2F_NOEXCEPT {
    if (strcmp(request->currency, "EUR") != 0) {
        return p2f_failf(error, 2, "only EUR can be split, not %s", request->currency);
    }
    money_Wallet_init(response);
    response->coins_count = 2;
    response->coins[0].value = (int32_t)(request->units / 2);
    response->coins[1].value = (int32_t)(request->units - request->units / 2);
    return P2F_OK;
}

int32_t calls_Bank_Largest(const money_Wallet *request, money_Wallet_Coin *response, p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    response->value = 0;
    for (uint32_t i = 0; i < request->coins_count; i++) {
        if (request->coins[i].value > response->value) {
            response->value = request->coins[i].value;
        }
    }
    return P2F_OK;
}

/* Says nothing of why. */
int32_t calls_Clock_Tick(p2f_error *error) P2F_NOEXCEPT {
    (void)error;
    return 77;
}

/* What the client gave, called by use_server. */
static calls_Calculator server;

static int32_t keep(const calls_Calculator *given, p2f_error *error) {
    if (given->self == NULL) {
        return p2f_fail(error, 4, "a server without a self");
    }
    server = *given;
    return P2F_OK;
}

calls_Calculator_EXPORT;
calls_Calculator_ACCEPT(keep);
calls_Bank_EXPORT;
calls_Clock_EXPORT;

#ifdef __cplusplus
extern "C"
#endif
P2F_EXPORT int32_t use_server(const calls_BinaryOp *requests, calls_Result *responses, p2f_error *error);

/* Calls the server for three requests, two of them in a batch, then streams. */
int32_t use_server(const calls_BinaryOp *requests, calls_Result *responses, p2f_error *error) {
    int32_t code = server.Divide(server.self, requests, responses, error);
    return code != P2F_OK ? code : server.Divide_batch(server.self, requests + 1, responses + 1, 2, error);
}
