/* A client and a server in C, by prototypes of its own; run by RustCallsTest against a library in Rust. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { double a, b; } op;
typedef struct { double value; } result;
typedef struct { uint32_t count; char text[16]; } query;
typedef struct report {
    struct { const char *data; uint64_t size; } text;
    struct { result *data; uint64_t size; } results;
    struct report *inner;
} report;
typedef struct { int32_t code; uint32_t reserved; uint64_t index; char message[496]; } p2f_error;
typedef struct p2f_allocator { void *(*allocate)(struct p2f_allocator *self, uint64_t size, uint64_t align); } p2f_allocator;
typedef struct p2f_stream { int32_t (*send)(struct p2f_stream *self, const void *item); } p2f_stream;
typedef struct { const char *name; uint64_t fingerprint; const char *text; } p2f_layout;
typedef struct {
    uint32_t abi, layout_count;
    uint64_t fingerprint;
    const char *name, *text;
    const p2f_layout *layouts;
} p2f_service;
typedef struct {
    uint64_t fingerprint;
    void *self;
    int32_t (*Add)(void *self, const op *request, result *response, p2f_error *error);
    int32_t (*Add_batch)(void *self, const op *requests, result *responses, uint64_t count, p2f_error *error);
    int32_t (*others[14])(void);
} calculator;

int32_t calc_v1_Calculator_Add(const op *request, result *response, p2f_error *error);
int32_t calc_v1_Calculator_Add_batch(const op *requests, result *responses, uint64_t count, p2f_error *error);
int32_t calc_v1_Calculator_History(const query *request, p2f_stream *stream, p2f_error *error);
int32_t calc_v1_Calculator_Build(const query *request, report *response, p2f_allocator *allocator, p2f_error *error);
int32_t calc_v1_Calculator_Reset(p2f_error *error);
int32_t calc_v1_Calculator_Reset_batch(uint64_t count, p2f_error *error);
int32_t calc_v1_Calculator_accept(const calculator *server, p2f_error *error);
extern const p2f_service calc_v1_Calculator_service, calc_v1_Calculator_accepts;

static char memory[4096];
static uint64_t taken;

static void *take(p2f_allocator *self, uint64_t size, uint64_t align) {
    (void)self;
    taken = (taken + align - 1) / align * align + size;
    return memory + taken - size;
}

static double sum;

static int32_t send(p2f_stream *self, const void *item) {
    (void)self;
    sum += ((const result *)item)->value;
    return sum > 5 ? -5 : 0;
}

static int32_t add(void *self, const op *request, result *response, p2f_error *error) {
    if (request->b == 0) {
        error->code = 3;
        error->index = 0;
        strcpy(error->message, "nothing to add");
        return 3;
    }
    response->value = request->a + request->b + *(double *)self;
    return 0;
}

static int32_t other(void) {
    abort();
}

static void show(const p2f_service *service) {
    printf("%s %016llx abi %u\n%s", service->name, (unsigned long long)service->fingerprint, service->abi, service->text);
    for (uint32_t i = 0; i < service->layout_count; i++) {
        const p2f_layout *layout = &service->layouts[i];
        printf("%s %016llx\n%s", layout->name, (unsigned long long)layout->fingerprint, layout->text);
    }
}

int main(void) {
    if (!freopen("/dev/null", "w", stderr)) { /* where panics are told */
        return 2;
    }
    p2f_error error;
    result sums[3];
    op ops[3] = {{1, 2}, {1, 3}, {1, -1}};
    int32_t code = calc_v1_Calculator_Add(&ops[0], &sums[0], &error);
    printf("%d %g\n", code, sums[0].value);
    printf("%d\n", calc_v1_Calculator_Add(NULL, &sums[0], NULL));
    code = calc_v1_Calculator_Add_batch(ops, sums, 3, &error);
    printf("%d %g at %llu: %s\n", code, sums[1].value, (unsigned long long)error.index, error.message);
    query ten = {10, "ten"};
    p2f_stream stream = {send};
    code = calc_v1_Calculator_History(&ten, &stream, &error);
    printf("%d %g: %s\n", code, sum, error.message);
    p2f_allocator allocator = {take};
    report answer;
    memset(&answer, 0xFF, sizeof answer);
    code = calc_v1_Calculator_Build(&ten, &answer, &allocator, &error);
    printf("%d %.*s %g\n", code, (int)answer.text.size, answer.text.data, answer.results.data[9].value);
    printf("%d %d\n", calc_v1_Calculator_Reset(NULL), calc_v1_Calculator_Reset_batch(1000, NULL));
    double offset = 0.5;
    calculator table = {calc_v1_Calculator_accepts.fingerprint, &offset, add, NULL, {NULL}};
    code = calc_v1_Calculator_accept(&table, &error);
    printf("%d %s\n", code, error.message);
    table.Add_batch = (int32_t (*)(void *, const op *, result *, uint64_t, p2f_error *))other;
    for (size_t i = 0; i < sizeof table.others / sizeof *table.others; i++) {
        table.others[i] = other;
    }
    printf("%d\n", calc_v1_Calculator_accept(&table, &error));
    offset = 0;
    code = calc_v1_Calculator_accept(&table, &error);
    printf("%d %s\n", code, error.message);
    table.fingerprint++;
    printf("%d\n", calc_v1_Calculator_accept(&table, NULL));
    show(&calc_v1_Calculator_service);
    return memcmp(&calc_v1_Calculator_service, &calc_v1_Calculator_accepts, sizeof(p2f_service)) != 0;
}
