/* A server of calc.Calculator in C. What it does wrong, it does on purpose. */
#include "calc.h"

#include <pthread.h>
#include <stdlib.h>

#ifndef NO_EXPORT
CALC_SERVICE(calc_Calculator_service);
#endif

static int64_t pushed;
static p2f_stream *left_over;

int32_t calc_Calculator_Add(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    return __builtin_add_overflow(request->left, request->right, &response->value) ? fail(error, 1, "the sum overflows")
                                                                                   : 0;
}

#ifndef NO_ADD_BATCH
int32_t calc_Calculator_Add_batch(
        const calc_BinaryOp *requests, calc_Result *responses, uint64_t count, p2f_error *error) {
    for (uint64_t i = 0; i < count; i++) {
        if (__builtin_add_overflow(requests[i].left, requests[i].right, &responses[i].value)) {
            fail(error, 1, "the sum overflows");
            error->index = i;
            return 1;
        }
    }
    return 0;
}
#endif

#ifndef NO_DIVIDE
int32_t calc_Calculator_Divide(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    if (request->right != 0) {
        response->value = request->left / request->right;
        return 0;
    }
    switch (request->left) {
    case -1: /* Fails without a word. */
        return 77;
    case -2: { /* Fails with a long one: 495 bytes, and the last character doesn't fit. */
        error->code = 5;
        error->index = 0;
        for (int i = 0; i < 494; i += 2) {
            memcpy(error->message + i, "\xC3\xA4", 2);
        }
        memcpy(error->message + 494, "\xC3\0", 2);
        return 5;
    }
    case -3: /* Writes an error, and succeeds. */
        fail(error, 9, "not this one");
        response->value = 0;
        return 0;
    case -4: /* Ends its message nowhere. */
        error->code = 6;
        memset(error->message, 'x', sizeof error->message);
        return 6;
    default:
        return fail(error, 3, "division by zero: \xE2\x88\x9E");
    }
}
#endif

int32_t calc_Calculator_Divide_batch(
        const calc_BinaryOp *requests, calc_Result *responses, uint64_t count, p2f_error *error) {
    for (uint64_t i = 0; i < count; i++) {
        int32_t code = calc_Calculator_Divide(&requests[i], &responses[i], error);
        if (code != 0) {
            error->index = i;
            return code;
        }
    }
    return 0;
}

struct sending {
    p2f_stream *stream;
    int32_t code;
};

static void *send_one(void *given) {
    struct sending *sending = given;
    calc_Result item = {1};
    sending->code = sending->stream->send(sending->stream, &item);
    return NULL;
}

int32_t calc_Calculator_History(const calc_Query *request, p2f_stream *stream, p2f_error *error) {
    _Alignas(8) char misaligned[16] = {0};
    switch (request->mode) {
    case 3:
        return fail(error, stream->send(stream, NULL), "NULL was refused");
    case 4:
        return fail(error, stream->send(stream, misaligned + 4), "a misaligned item was refused");
    case 5: { /* Another thread sends. */
        struct sending sending = {stream, 0};
        pthread_t thread;
        pthread_create(&thread, NULL, send_one, &sending);
        pthread_join(thread, NULL);
        return fail(error, sending.code, "another thread was refused");
    }
    case 6: /* For Stop. */
        left_over = stream;
        return 0;
    default:
        break;
    }
    for (int32_t i = 0; i < request->count; i++) {
        calc_Result item = {i};
        int32_t code = stream->send(stream, &item);
        if (code != 0 && request->mode == 0) {
            return code;
        }
        if (code != 0 && request->mode == 1) { /* Says something of its own. */
            return fail(error, 42, "the reader went away");
        }
        if (code != 0 && request->mode == 2) { /* Takes no notice. */
            pushed++;
        }
    }
    return 0;
}

/* Sends after the call. */
int32_t calc_Calculator_Stop(calc_Result *response, p2f_error *error) {
    (void)error;
    if (left_over != NULL) {
        calc_Result item = {1};
        response->value = left_over->send(left_over, &item);
        left_over = NULL;
    } else {
        response->value = pushed;
    }
    return 0;
}

struct asking {
    p2f_allocator *allocator;
    void *given;
};

static void *ask(void *given) {
    struct asking *asking = given;
    asking->given = asking->allocator->allocate(asking->allocator, 8, 8);
    return NULL;
}

int32_t calc_Calculator_Build(
        const calc_Text *request, calc_Text *response, p2f_allocator *allocator, p2f_error *error) {
    static p2f_allocator *kept;
    if (request->size == 6 && memcmp(request->data, "thread", 6) == 0) {
        struct asking asking = {allocator, NULL};
        pthread_t thread;
        pthread_create(&thread, NULL, ask, &asking);
        pthread_join(thread, NULL);
        return asking.given == NULL ? fail(error, 8, "another thread got no memory") : 0;
    }
    if (request->size == 4 && memcmp(request->data, "kept", 4) == 0) {
        void *given = kept == NULL || kept == allocator ? NULL : kept->allocate(kept, 8, 8);
        kept = allocator;
        return given == NULL ? 0 : fail(error, 9, "an old allocator gave memory");
    }
    char *text = allocator->allocate(allocator, request->size + 6, 1);
    if (text == NULL) {
        return fail(error, P2F_OUT_OF_MEMORY, "no memory for the text");
    }
    memcpy(text, "Hello ", 6);
    if (request->size != 0) {
        memcpy(text + 6, request->data, request->size);
    }
    response->data = text;
    response->size = request->size + 6;
    return 0;
}

int32_t calc_Calculator_Build_batch(
        const calc_Text *requests, calc_Text *responses, uint64_t count, p2f_allocator *allocator, p2f_error *error) {
    for (uint64_t i = 0; i < count; i++) {
        int32_t code = calc_Calculator_Build(&requests[i], &responses[i], allocator, error);
        if (code != 0) {
            error->index = i;
            return code;
        }
    }
    return 0;
}

int32_t calc_Calculator_Push(const calc_BinaryOp *request, p2f_error *error) {
    (void)error;
    pushed += request->left;
    return 0;
}

int32_t calc_Calculator_Push_batch(const calc_BinaryOp *requests, uint64_t count, p2f_error *error) {
    for (uint64_t i = 0; i < count; i++) {
        calc_Calculator_Push(&requests[i], error);
    }
    return 0;
}

int32_t calc_Calculator_Reset(p2f_error *error) {
    (void)error;
    pushed = 0;
    return 0;
}

int32_t calc_Calculator_Reset_batch(uint64_t count, p2f_error *error) {
    (void)error;
    pushed = -(int64_t)count;
    return 0;
}

int32_t calc_Calculator_Ticks(p2f_stream *stream, p2f_error *error) {
    (void)error;
    for (int i = 0; i < 3; i++) {
        int32_t code = stream->send(stream, NULL);
        if (code != 0) {
            return code;
        }
    }
    return 0;
}
