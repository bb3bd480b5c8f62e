/* Serves calculator.proto, takes servers of it, and calls the one that it was given in every shape. */
#include "calculator.p2f.h"

#include <pthread.h>
#include <string.h>

static calc_Result stored;
static int64_t resets;
static int64_t forgotten;
static calc_Calculator given;

int32_t calc_Calculator_Add(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    (void)error;
    response->value = request->left + request->right;
    return P2F_OK;
}

int32_t calc_Calculator_Divide(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    if (request->right == 0) {
        return p2f_fail(error, 3, "division by zero");
    }
    response->value = request->left / request->right;
    return P2F_OK;
}

int32_t calc_Calculator_Divisors(const calc_BinaryOp *request, p2f_stream *stream, p2f_error *error) {
    for (calc_Result item = {1}; item.value <= request->left; item.value++) {
        int32_t code = request->left % item.value == 0 ? calc_Calculator_Divisors_send(stream, &item) : 0;
        if (code != P2F_OK) {
            return p2f_fail(error, code, "no more divisors wanted");
        }
    }
    return request->left < 0 ? p2f_fail(error, 5, "negative") : P2F_OK;
}

int32_t calc_Calculator_Describe(
        const calc_BinaryOp *request, calc_Report *response, p2f_allocator *allocator, p2f_error *error) {
    char text[64];
    int size = snprintf(text, sizeof text, "%d and %d", (int)request->left, (int)request->right);
    if (!calc_Report_set_text(response, allocator, text, (size_t)size)
            || !calc_Report_allocate_results(response, allocator, 2)) {
        return p2f_fail(error, P2F_OUT_OF_MEMORY, "no memory");
    }
    response->results.data[0].value = request->left;
    response->results.data[1].value = request->right;
    return P2F_OK;
}

int32_t calc_Calculator_Latest(calc_Report *response, p2f_allocator *allocator, p2f_error *error) {
    return calc_Report_set_text(response, allocator, "latest", 6) ? P2F_OK : p2f_fail(error, 1, "no memory");
}

int32_t calc_Calculator_Store(const calc_Result *request, p2f_error *error) {
    if (request->value < 0) {
        return p2f_failf(error, 9, "%d is negative", (int)request->value);
    }
    stored = *request;
    return P2F_OK;
}

int32_t calc_Calculator_Keep(const calc_Result *request, p2f_error *error) {
    return calc_Calculator_Store(request, error);
}

int32_t calc_Calculator_Recall(calc_Result *response, p2f_error *error) {
    (void)error;
    *response = stored;
    stored.value++;
    return P2F_OK;
}

int32_t calc_Calculator_Load(calc_Result *response, p2f_error *error) {
    return calc_Calculator_Recall(response, error);
}

int32_t calc_Calculator_Reset(p2f_error *error) {
    (void)error;
    resets++;
    return P2F_OK;
}

/* Without a word: the code has to do. */
int32_t calc_Calculator_Forget(p2f_error *error) {
    (void)error;
    return ++forgotten == 3 ? 33 : P2F_OK;
}

int32_t calc_Calculator_Ticks(const calc_Result *request, p2f_stream *stream, p2f_error *error) {
    (void)error;
    int32_t code = P2F_OK;
    for (int64_t i = 0; i < request->value && code == P2F_OK; i++) {
        code = calc_Calculator_Ticks_send(stream);
    }
    return code;
}

int32_t calc_Calculator_Clock(p2f_stream *stream, p2f_error *error) {
    calc_Result three = {3};
    return calc_Calculator_Ticks(&three, stream, error);
}

int32_t calc_Calculator_Stored(p2f_stream *stream, p2f_error *error) {
    (void)error;
    calc_Result values[2] = {{stored.value}, {resets}};
    calc_Report item;
    calc_Report_init(&item);
    item.text = p2f_str_of("stored and resets", 17);
    item.results.data = values;
    item.results.size = 2;
    return calc_Calculator_Stored_send(stream, &item);
}

/* To and fro, until one side has nothing left to exchange. */
int32_t calc_Calculator_Exchange(const money_Amount *request, money_Amount_Rate *response, p2f_error *error) {
    money_Amount less = {request->cents - 1};
    int32_t code = request->cents == 0 ? P2F_OK : given.Exchange(given.self, &less, response, error);
    response->factor += 1;
    return code;
}

int32_t calc_Second_Negate(const calc_Result *request, calc_Result *response, p2f_error *error) {
    (void)error;
    response->value = -request->value;
    return P2F_OK;
}

static int32_t take(const calc_Calculator *server, p2f_error *error) {
    if (server->self == NULL) {
        return p2f_fail(error, 4, "no server");
    }
    given = *server;
    return P2F_OK;
}

calc_Calculator_EXPORT;
calc_Calculator_ACCEPT(take);
calc_Second_EXPORT;

/* What a stream of items did. */
typedef struct tally {
    p2f_stream stream;
    int64_t items;
    int64_t sum;
    int64_t stop_at;
} tally;

static int32_t count_result(p2f_stream *stream, const void *item) {
    tally *self = (tally *)stream;
    self->items++;
    self->sum += ((const calc_Result *)item)->value;
    return self->items == self->stop_at ? P2F_CANCELLED : P2F_OK;
}

static int32_t count_nothing(p2f_stream *stream, const void *item) {
    tally *self = (tally *)stream;
    self->items++;
    return item == NULL ? P2F_OK : 99;
}

static int32_t count_report(p2f_stream *stream, const void *item) {
    const calc_Report *report = (const calc_Report *)item;
    tally *self = (tally *)stream;
    self->items++;
    self->sum += (int64_t)(report->text.size + calc_Report_results_count(report));
    return P2F_OK;
}

/* Hands out one block after the other. */
typedef struct block {
    p2f_allocator allocator;
    uint64_t used;
    _Alignas(16) unsigned char bytes[1024];
} block;

static void *from_block(p2f_allocator *allocator, uint64_t size, uint64_t align) {
    block *self = (block *)allocator;
    uint64_t start = (self->used + align - 1) / align * align;
    if (start + size > sizeof self->bytes) {
        return NULL;
    }
    self->used = start + size;
    return self->bytes + start;
}

#define CHECK(condition)                                                                                               \
    if (!(condition)) {                                                                                                \
        return __LINE__;                                                                                               \
    }

static int is(const p2f_error *error, int32_t code, const char *message) {
    return error->code == code && strcmp(error->message, message) == 0;
}

static int32_t check_singles(const calc_Calculator *server) {
    p2f_error error = {0, 0, 0, ""};
    calc_BinaryOp op = {20, 4};
    calc_Result result = {0};
    CHECK(server->Add(server->self, &op, &result, &error) == 0 && result.value == 24);
    CHECK(server->Divide(server->self, &op, &result, NULL) == 0 && result.value == 5);
    op.right = 0;
    CHECK(server->Divide(server->self, &op, &result, &error) == 3 && is(&error, 3, "nothing divides by zero"));
    CHECK(server->Divide(server->self, &op, &result, NULL) == 3);
    op.left = -1;
    CHECK(server->Divide(server->self, &op, &result, &error) == P2F_EXCEPTION);
    CHECK(is(&error, P2F_EXCEPTION, "java.lang.ArithmeticException: of all things"));
    CHECK(server->Divide(server->self, NULL, &result, &error) == P2F_INVALID_ARGUMENT);
    CHECK(server->Divide(server->self, &op, NULL, &error) == P2F_INVALID_ARGUMENT);
    CHECK(server->Add(server->self, &op, (calc_Result *)&op, &error) == P2F_INVALID_ARGUMENT);
    result.value = 8;
    CHECK(server->Store(server->self, &result, &error) == 0);
    result.value = 0;
    CHECK(server->Recall(server->self, &result, &error) == 0 && result.value == 8);
    CHECK(server->Keep(server->self, &result, &error) == 0);
    CHECK(server->Load(server->self, &result, &error) == 0 && result.value == 8);
    CHECK(server->Reset(server->self, &error) == 0);
    CHECK(server->Forget(server->self, &error) == 6 && is(&error, 6, "forgot already"));
    money_Amount amount = {0};
    money_Amount_Rate rate = {0};
    CHECK(server->Exchange(server->self, &amount, &rate, &error) == 0 && rate.factor > 0.9 && rate.factor < 1.1);
    return 0;
}

static int32_t check_batches(const calc_Calculator *server) {
    p2f_error error = {0, 0, 0, ""};
    calc_BinaryOp ops[3] = {{20, 4}, {30, 5}, {1, 0}};
    calc_Result results[3] = {{0}, {0}, {0}};
    CHECK(server->Add_batch(server->self, ops, results, 3, &error) == 0);
    CHECK(results[0].value == 24 && results[1].value == 35 && results[2].value == 1);
    CHECK(server->Divide_batch(server->self, ops, results, 3, &error) == 3 && error.index == 2);
    CHECK(results[0].value == 5 && results[1].value == 6 && is(&error, 3, "nothing divides by zero"));
    CHECK(server->Divide_batch(server->self, ops, results, 0, &error) == 0);
    CHECK(server->Store_batch(server->self, results, 3, &error) == 0);
    CHECK(server->Recall_batch(server->self, results, 2, &error) == 0 && results[1].value == 1);
    CHECK(server->Keep_batch(server->self, results, 1, &error) == 0);
    CHECK(server->Load_batch(server->self, results, 2, &error) == 0 && results[0].value == 1);
    CHECK(server->Reset_batch(server->self, 3, &error) == 0);
    CHECK(server->Forget_batch(server->self, 5, &error) == 6 && error.index == 0);
    return 0;
}

static int32_t check_pointers(const calc_Calculator *server) {
    p2f_error error = {0, 0, 0, ""};
    calc_BinaryOp ops[2] = {{20, 4}, {30, 5}};
    block memory = {{from_block}, 0, {0}};
    calc_Report reports[2];
    calc_Report_init(reports);
    calc_Report_init(reports + 1);
    CHECK(server->Describe(server->self, ops, reports, &memory.allocator, &error) == 0);
    CHECK(p2f_str_is(calc_Report_get_text(reports), "20, 4", 5) && calc_Report_results_count(reports) == 2);
    CHECK(calc_Report_get_results(reports, 1)->value == 4);
    CHECK((const unsigned char *)reports[0].text.data >= memory.bytes && memory.used > 0);
    CHECK(server->Describe_batch(server->self, ops, reports, 2, &memory.allocator, &error) == 0);
    CHECK(p2f_str_is(calc_Report_get_text(reports + 1), "30, 5", 5));
    CHECK(server->Latest(server->self, reports, &memory.allocator, &error) == 0);
    CHECK(p2f_str_is(calc_Report_get_text(reports), "late", 4));
    CHECK(server->Latest_batch(server->self, reports, 2, &memory.allocator, &error) == 0);
    memory.used = sizeof memory.bytes;
    CHECK(server->Describe(server->self, ops, reports, &memory.allocator, &error) == P2F_OUT_OF_MEMORY);
    return 0;
}

static int32_t check_streams(const calc_Calculator *server) {
    p2f_error error = {0, 0, 0, ""};
    calc_BinaryOp op = {12, 0};
    calc_Result three = {3};
    tally divisors = {{count_result}, 0, 0, 0};
    CHECK(server->Divisors(server->self, &op, &divisors.stream, &error) == 0);
    CHECK(divisors.items == 6 && divisors.sum == 28);
    tally few = {{count_result}, 0, 0, 2};
    CHECK(server->Divisors(server->self, &op, &few.stream, &error) == P2F_CANCELLED && few.items == 2);
    tally ticks = {{count_nothing}, 0, 0, 0};
    CHECK(server->Ticks(server->self, &three, &ticks.stream, &error) == 0 && ticks.items == 3);
    CHECK(server->Clock(server->self, &ticks.stream, &error) == 0 && ticks.items == 5);
    tally reports = {{count_report}, 0, 0, 0};
    CHECK(server->Stored(server->self, &reports.stream, &error) == 0 && reports.items == 1 && reports.sum == 5);
    return 0;
}

/* 0, or the line of what isn't as it should be. */
static int32_t check(const calc_Calculator *server) {
    int32_t line = check_singles(server);
    line = line != 0 ? line : check_batches(server);
    line = line != 0 ? line : check_pointers(server);
    return line != 0 ? line : check_streams(server);
}

P2F_EXPORT int32_t check_given(void);
P2F_EXPORT int32_t check_table(const calc_Calculator *server);
P2F_EXPORT int32_t check_threads(void);
P2F_EXPORT int32_t check_closed(void);

int32_t check_given(void) {
    return check(&given);
}

int32_t check_table(const calc_Calculator *server) {
    return server->fingerprint == calc_Calculator_FINGERPRINT ? check(server) : __LINE__;
}

/* Much of it at once, which only asks for what servers don't remember. */
static void *check_much(void *line) {
    for (int i = 0; i < 1000 && *(int32_t *)line == 0; i++) {
        int32_t failed = check_pointers(&given);
        *(int32_t *)line = failed != 0 ? failed : check_streams(&given);
    }
    return NULL;
}

/* On threads that Java didn't start. */
int32_t check_threads(void) {
    pthread_t threads[4];
    int32_t lines[4] = {0, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
        CHECK(pthread_create(threads + i, NULL, check_much, lines + i) == 0);
    }
    int32_t failed = 0;
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        failed = failed != 0 ? failed : lines[i];
    }
    return failed;
}

int32_t check_closed(void) {
    p2f_error error = {0, 0, 0, ""};
    CHECK(given.Reset(given.self, &error) == P2F_CLOSED && error.code == P2F_CLOSED);
    CHECK(given.Reset(given.self, NULL) == P2F_CLOSED);
    return 0;
}
