/* A server of calc.Calculator in C that passes all calls on to the one it was given; by relay_mode in a wrong way. */
#include "calc.h"

#include <pthread.h>
#include <stdlib.h>

CALC_SERVICE(calc_Calculator_service);
CALC_SERVICE(calc_Calculator_accepts);

enum { NULL_REQUEST = 1, NULL_RESPONSE, MISALIGNED, OVERLAPPING, OTHER_THREAD, NO_ERROR, SWALLOWED, NO_ALLOCATOR, EMPTY, FORGIVEN };

static calc_Calculator server;
static const calc_Calculator *original;
static int mode;

EXPORT void relay_mode(int wanted);
void relay_mode(int wanted) {
    mode = wanted;
}

/* Whether the table that was handed over has the copy's content; and its own address. */
EXPORT int64_t relay_table(void);
int64_t relay_table(void) {
    return memcmp(original, &server, sizeof server) == 0 ? (int64_t)(intptr_t)original : 0;
}

EXPORT int32_t calc_Calculator_accept(const calc_Calculator *given, p2f_error *error);
int32_t calc_Calculator_accept(const calc_Calculator *given, p2f_error *error) {
    if (mode == NO_ERROR) {
        server = *given; /* and refuses it all the same */
        return fail(error, 12, "no more servers");
    }
    if (given->fingerprint != CALC_FINGERPRINT) {
        return fail(error, P2F_MISMATCH, "another schema");
    }
    original = given;
    server = *given;
    return 0;
}

int32_t calc_Calculator_Add(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    return server.Add(server.self, request, response, error); /* not as the schema promises; nobody calls it */
}

int32_t calc_Calculator_Add_batch(
        const calc_BinaryOp *requests, calc_Result *responses, uint64_t count, p2f_error *error) {
    return server.Add_batch(server.self, requests, responses, count, error);
}

struct dividing {
    const calc_BinaryOp *request;
    calc_Result *response;
    p2f_error *error;
    int32_t code;
};

static void *divide(void *given) {
    struct dividing *dividing = given;
    for (int i = 0; i < 3; i++) {
        dividing->code = server.Divide(server.self, dividing->request, dividing->response, dividing->error);
    }
    return NULL;
}

int32_t calc_Calculator_Divide(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    switch (mode) {
    case NULL_REQUEST:
        return server.Divide(server.self, NULL, response, error);
    case NULL_RESPONSE:
        return server.Divide(server.self, request, NULL, error);
    case MISALIGNED:
        return server.Divide(server.self, (const calc_BinaryOp *)(const void *)((const char *)request + 1), response, error);
    case OVERLAPPING:
        return server.Divide(server.self, request, (calc_Result *)(void *)(intptr_t)&request->right, error);
    case OTHER_THREAD: {
        struct dividing dividing = {request, response, error, 0};
        pthread_t thread;
        pthread_create(&thread, NULL, divide, &dividing);
        pthread_join(thread, NULL);
        return dividing.code;
    }
    case NO_ERROR:
        return server.Divide(server.self, request, response, NULL);
    case SWALLOWED: {
        p2f_error own;
        response->value = server.Divide(server.self, request, response, &own);
        return 0;
    }
    case FORGIVEN:
        response->value = server.Divide(server.self, request, response, error);
        return 0;
    default:
        return server.Divide(server.self, request, response, error);
    }
}

int32_t calc_Calculator_Divide_batch(
        const calc_BinaryOp *requests, calc_Result *responses, uint64_t count, p2f_error *error) {
    switch (mode) {
    case EMPTY:
        return server.Divide_batch(server.self, NULL, NULL, 0, error);
    case NULL_RESPONSE:
        return server.Divide_batch(server.self, requests, NULL, count, error);
    case OVERLAPPING:
        return server.Divide_batch(
                server.self, requests, (calc_Result *)(void *)(intptr_t)&requests[count - 1].right, count, error);
    case MISALIGNED: /* far more than there are */
        return server.Divide_batch(server.self, requests, responses, UINT64_MAX / 32, error);
    default:
        return server.Divide_batch(server.self, requests, responses, count, error);
    }
}

int32_t calc_Calculator_History(const calc_Query *request, p2f_stream *stream, p2f_error *error) {
    return server.History(server.self, request, mode == NULL_RESPONSE ? NULL : stream, error);
}

int32_t calc_Calculator_Build(
        const calc_Text *request, calc_Text *response, p2f_allocator *allocator, p2f_error *error) {
    return server.Build(server.self, request, response, mode == NO_ALLOCATOR ? NULL : allocator, error);
}

int32_t calc_Calculator_Build_batch(
        const calc_Text *requests, calc_Text *responses, uint64_t count, p2f_allocator *allocator, p2f_error *error) {
    return server.Build_batch(server.self, requests, responses, count, allocator, error);
}

int32_t calc_Calculator_Push(const calc_BinaryOp *request, p2f_error *error) {
    return server.Push(server.self, request, error);
}

int32_t calc_Calculator_Push_batch(const calc_BinaryOp *requests, uint64_t count, p2f_error *error) {
    return server.Push_batch(server.self, requests, count, error);
}

int32_t calc_Calculator_Reset(p2f_error *error) {
    return server.Reset(server.self, error);
}

int32_t calc_Calculator_Reset_batch(uint64_t count, p2f_error *error) {
    return server.Reset_batch(server.self, count, error);
}

int32_t calc_Calculator_Stop(calc_Result *response, p2f_error *error) {
    return server.Stop(server.self, response, error);
}

int32_t calc_Calculator_Ticks(p2f_stream *stream, p2f_error *error) {
    return server.Ticks(server.self, stream, error);
}
