/* A calculator to call, and the native twins of the calls: loops that call through pointers which the compiler can't
 * see through, as Java does. */
#include "bench/calculator.p2f.h"

/* From here on the compiler must believe that code it can't see has used the memory. Costs no instruction. */
#define ESCAPES(p) __asm__ volatile("" : "+r"(p) : : "memory")

enum { DIVISION_BY_ZERO = 1, NO_ADDER = 2 };

static int64_t sum_of(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

int32_t bench_Calculator_Add(const bench_BinaryOp *request, bench_Result *response, p2f_error *error) {
    (void)error;
    response->value = sum_of(request->a, request->b);
    return P2F_OK;
}

int32_t bench_Calculator_AddOrdinary(const bench_BinaryOp *request, bench_Result *response, p2f_error *error) {
    (void)error;
    response->value = sum_of(request->a, request->b);
    return P2F_OK;
}

int32_t bench_Calculator_Divide(const bench_BinaryOp *request, bench_Result *response, p2f_error *error) {
    if (request->b == 0) {
        return p2f_fail(error, DIVISION_BY_ZERO, "division by zero");
    }
    response->value = request->b == -1 ? sum_of(~request->a, 1) : request->a / request->b;
    return P2F_OK;
}

int32_t bench_Calculator_Count(const bench_Query *request, p2f_stream *stream, p2f_error *error) {
    bench_Result item;
    (void)error;
    bench_Result_init(&item);
    for (int64_t i = 0; i < request->count; i++) {
        int32_t code;
        item.value = i;
        code = bench_Calculator_Count_send(stream, &item);
        if (code != P2F_OK) {
            return code;
        }
    }
    return P2F_OK;
}

static bench_Adder adder;

static int32_t keep(const bench_Adder *server, p2f_error *error) {
    (void)error;
    adder = *server;
    return P2F_OK;
}

int32_t bench_Calculator_Drive(const bench_Query *request, bench_Result *response, p2f_error *error) {
    bench_BinaryOp op;
    bench_Result result;
    int64_t sum = 0;
    if (adder.Add == NULL) {
        return p2f_fail(error, NO_ADDER, "no adder was accepted");
    }
    bench_BinaryOp_init(&op);
    bench_Result_init(&result);
    for (int64_t i = 0; i < request->count; i++) {
        int32_t code;
        op.a = i;
        op.b = 1;
        code = adder.Add(adder.self, &op, &result, error);
        if (code != P2F_OK) {
            return code;
        }
        sum = sum_of(sum, result.value);
    }
    response->value = sum;
    return P2F_OK;
}

bench_Calculator_EXPORT;
bench_Adder_ACCEPT(keep);

typedef int32_t bench_Function(const bench_BinaryOp *request, bench_Result *response, p2f_error *error);
typedef int32_t bench_Stream(const bench_Query *request, p2f_stream *stream, p2f_error *error);
typedef int64_t bench_InRegisters(int64_t a, int64_t b);

/** Twin of CallTrips.critical and its like. */
P2F_EXPORT int64_t bench_calls_trips(
        bench_Function *function, bench_BinaryOp *request, bench_Result *response, int64_t trips) {
    p2f_error error;
    int64_t sum = 0;
    for (int64_t i = 0; i < trips; i++) {
        request->a = i;
        request->b = 1;
        if (function(request, response, &error) != P2F_OK) {
            return -1;
        }
        sum = sum_of(sum, response->value);
    }
    return sum;
}

/** The same for calls that fail: the sum of their codes. Twin of CallTrips.failing. */
P2F_EXPORT int64_t bench_calls_failing(
        bench_Function *function, bench_BinaryOp *request, bench_Result *response, int64_t trips) {
    p2f_error error;
    int64_t sum = 0;
    request->b = 0;
    for (int64_t i = 0; i < trips; i++) {
        request->a = i;
        sum += function(request, response, &error);
    }
    return sum;
}

/** What a batch does, as a loop without calls. Twin of CallTrips.batch. */
P2F_EXPORT int64_t bench_calls_loop(
        const bench_BinaryOp *requests, bench_Result *responses, uint64_t count, int64_t passes) {
    for (int64_t pass = 0; pass < passes; pass++) {
        ESCAPES(requests);
        ESCAPES(responses);
        for (uint64_t i = 0; i < count; i++) {
            responses[i].value = sum_of(requests[i].a, requests[i].b);
        }
    }
    return responses[count - 1].value;
}

typedef struct bench_Summer {
    p2f_stream stream;
    int64_t sum;
} bench_Summer;

static int32_t add_item(p2f_stream *self, const void *item) {
    bench_Summer *summer = (bench_Summer *)(void *)self;
    summer->sum = sum_of(summer->sum, ((const bench_Result *)item)->value);
    return P2F_OK;
}

/** Twin of CallTrips.stream. */
P2F_EXPORT int64_t bench_calls_stream(bench_Stream *function, int64_t count) {
    p2f_error error;
    bench_Query query = {count};
    bench_Summer summer = {{add_item}, 0};
    return function(&query, &summer.stream, &error) == P2F_OK ? summer.sum : -1;
}

/** A call without structs and without an error, to see what those cost. */
P2F_EXPORT int64_t bench_calls_add(int64_t a, int64_t b) {
    return sum_of(a, b);
}

/** Twin of BareCalls.registersCritical. */
P2F_EXPORT int64_t bench_calls_in_registers(bench_InRegisters *function, int64_t trips) {
    int64_t sum = 0;
    for (int64_t i = 0; i < trips; i++) {
        sum = sum_of(sum, function(i, 1));
    }
    return sum;
}
