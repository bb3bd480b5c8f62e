/* Calls a server of calls/calculator.p2f.h in each shape that an rpc can have. C11 and C++17. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls/calculator.p2f.h"

#ifdef __cplusplus
extern "C"
#endif
int32_t use_server(const calls_BinaryOp *requests, calls_Result *responses, p2f_error *error);

static int failures;

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            printf("line %d: %s\n", __LINE__, #condition);                                                           \
            failures++;                                                                                               \
        }                                                                                                             \
    } while (0)

static int same(double a, double b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

/* As bad as it gets. */
static p2f_error *dirty(void) {
    p2f_error *error = (p2f_error *)malloc(sizeof(p2f_error));
    return (p2f_error *)memset(error, 0xFF, sizeof(p2f_error));
}

static int is_error(const p2f_error *error, int32_t code, uint64_t index, const char *message) {
    return error->code == code && error->reserved == 0 && error->index == index && strcmp(error->message, message) == 0;
}

/* Calls that succeed leave the error alone. */
static int is_untouched(const p2f_error *error) {
    for (size_t i = 0; i < sizeof *error; i++) {
        if (((const unsigned char *)error)[i] != 0xFF) {
            return 0;
        }
    }
    return 1;
}

static void check_single_calls(void) {
    p2f_error *error = dirty();
    calls_BinaryOp op = {6, 3};
    calls_Result result = {0};
    CHECK(calls_Calculator_Add(&op, &result, error) == P2F_OK && same(result.value, 9));
    CHECK(calls_Calculator_Divide(&op, &result, NULL) == P2F_OK && same(result.value, 2));
    CHECK(calls_Calculator_Last(&result, error) == P2F_OK && same(result.value, 9));
    CHECK(calls_Calculator_Reset(error) == P2F_OK);
    CHECK(calls_Calculator_Last(&result, error) == P2F_OK && same(result.value, 0));
    CHECK(is_untouched(error));

    op.b = 0;
    CHECK(calls_Calculator_Divide(&op, &result, error) == 1);
    CHECK(is_error(error, 1, 0, "6 can't be divided by zero"));
    CHECK(calls_Calculator_Divide(&op, &result, NULL) == 1);
    result.value = (double)NAN;
    CHECK(calls_Calculator_Store(&result, error) == P2F_UNKNOWN);
    CHECK(is_error(error, P2F_UNKNOWN, 0, "not a number"));

    money_Amount amount = {11, "EUR"};
    money_Wallet wallet;
    CHECK(calls_Calculator_Split(&amount, &wallet, error) == P2F_OK);
    CHECK(wallet.coins_count == 2 && wallet.coins[0].value == 5 && wallet.coins[1].value == 6);
    money_Wallet_Coin coin;
    CHECK(calls_Bank_Largest(&wallet, &coin, error) == P2F_OK && coin.value == 6);
    memcpy(amount.currency, "USD", 4);
    CHECK(calls_Calculator_Split(&amount, &wallet, error) == 2);
    CHECK(is_error(error, 2, 0, "only EUR can be split, not USD"));
    CHECK(calls_Clock_Tick(error) == 77);
    free(error);
}

static void check_batches(void) {
    p2f_error *error = dirty();
    calls_BinaryOp ops[4] = {{1, 1}, {4, 2}, {1, 0}, {9, 3}};
    calls_Result results[4] = {{-1}, {-1}, {-1}, {-1}};
    CHECK(calls_Calculator_Add_batch(ops, results, 4, error) == P2F_OK);
    CHECK(same(results[0].value, 2) && same(results[3].value, 12));
    CHECK(calls_Calculator_Add_batch(NULL, NULL, 0, error) == P2F_OK);
    CHECK(is_untouched(error));
    results[3].value = -1;
    CHECK(calls_Calculator_Divide_batch(ops, results, 4, error) == 1);
    CHECK(is_error(error, 1, 2, "1 can't be divided by zero"));
    CHECK(same(results[0].value, 1) && same(results[1].value, 2) && same(results[3].value, -1));
    CHECK(calls_Calculator_Divide_batch(ops, results, 4, NULL) == 1);

    /* The server's own, which goes backwards. */
    CHECK(calls_Calculator_Store_batch(results, 2, error) == P2F_OK);
    CHECK(calls_Calculator_Last(results, error) == P2F_OK && same(results[0].value, 1));

    CHECK(calls_Calculator_Reset(error) == P2F_OK);
    CHECK(calls_Calculator_Tick_batch(7, error) == P2F_OK);
    CHECK(calls_Calculator_Tick_batch(7, error) == 9);
    CHECK(is_error(error, 9, 3, "the clock stands still"));
    free(error);
}

/* A client's end of a stream, with what it needs behind what the server sees. */
typedef struct sum_stream {
    p2f_stream stream;
    double sum;
    int items;
    int wanted;
} sum_stream;

static int32_t add_item(p2f_stream *self, const void *item) P2F_NOEXCEPT {
    sum_stream *to = (sum_stream *)self;
    if (to->items == to->wanted) {
        return P2F_CANCELLED;
    }
    to->items++;
    if (item != NULL) {
        to->sum += ((const calls_Result *)item)->value;
    }
    return P2F_OK;
}

static int32_t add_text(p2f_stream *self, const void *item) P2F_NOEXCEPT {
    sum_stream *to = (sum_stream *)self;
    to->items++;
    to->sum += atof(((const calls_Text *)item)->text.data);
    return to->items == to->wanted ? 123 : P2F_OK;
}

static void check_streams(void) {
    p2f_error *error = dirty();
    calls_Query query = {5, 4};
    sum_stream all = {{add_item}, 0, 0, 100};
    CHECK(calls_Calculator_History(&query, &all.stream, error) == P2F_OK);
    CHECK(all.items == 4 && same(all.sum, 26));
    CHECK(is_untouched(error));
    sum_stream some = {{add_item}, 0, 0, 2};
    CHECK(calls_Calculator_History(&query, &some.stream, error) == P2F_CANCELLED);
    CHECK(some.items == 2 && same(some.sum, 11));
    CHECK(is_error(error, P2F_CANCELLED, 0, "the client wants no more"));
    some.items = 0;
    CHECK(calls_Calculator_History(&query, &some.stream, NULL) == P2F_CANCELLED);

    sum_stream ticks = {{add_item}, 0, 0, 1000};
    CHECK(calls_Calculator_Ticks(&ticks.stream, error) == P2F_CANCELLED && ticks.items == 1000);
    CHECK(is_error(error, P2F_CANCELLED, 0, ""));
    sum_stream texts = {{add_text}, 0, 0, 3};
    CHECK(calls_Calculator_SayAll(&query, &texts.stream, error) == 123);
    CHECK(texts.items == 3 && same(texts.sum, 18));
    free(error);
}

/* Memory that is used up at last. */
typedef struct block {
    p2f_allocator allocator;
    uint64_t used;
    char bytes[24];
} block;

static void *take(p2f_allocator *self, uint64_t size, uint64_t align) {
    block *from = (block *)self;
    uint64_t start = (from->used + align - 1) / align * align;
    if (size > sizeof from->bytes - start) {
        return NULL;
    }
    from->used = start + size;
    return from->bytes + start;
}

static void check_allocators(void) {
    p2f_error *error = dirty();
    block memory = {{take}, 0, {0}};
    calls_Query queries[5] = {{1, 2}, {30, 40}, {5, 6}, {7, 8}, {9, 10}};
    calls_Text texts[5];
    CHECK(calls_Calculator_Say(queries, texts, &memory.allocator, error) == P2F_OK);
    CHECK(p2f_str_is(texts[0].text, "1 and 2", 7) && texts[0].text.data == memory.bytes);
    CHECK(is_untouched(error));
    CHECK(calls_Calculator_Say_batch(queries + 1, texts + 1, 4, &memory.allocator, error) == P2F_OUT_OF_MEMORY);
    CHECK(is_error(error, P2F_OUT_OF_MEMORY, 2, "no memory for the text"));
    CHECK(p2f_str_is(texts[1].text, "30 and 40", 9) && p2f_str_is(texts[2].text, "5 and 6", 7));
    free(error);
}

/* A server of this program's, called through its table. */
typedef struct counter {
    int calls;
} counter;

static int32_t divide(void *self, const calls_BinaryOp *request, calls_Result *response, p2f_error *error) P2F_NOEXCEPT {
    ((counter *)self)->calls++;
    response->value = 100;
    return calls_Calculator_Divide(request, response, error);
}

static int32_t divide_batch(
        void *self,
        const calls_BinaryOp *requests,
        calls_Result *responses,
        uint64_t count,
        p2f_error *error) P2F_NOEXCEPT {
    ((counter *)self)->calls += 10;
    return calls_Calculator_Divide_batch(requests, responses, count, error);
}

static void check_tables(void) {
    p2f_error *error = dirty();
    counter self = {0};
    calls_Calculator *table = (calls_Calculator *)calloc(1, sizeof(calls_Calculator));
    table->fingerprint = calls_Calculator_FINGERPRINT;
    table->Divide = divide;
    table->Divide_batch = divide_batch;
    CHECK(calls_Calculator_accept(NULL, error) == P2F_INVALID_ARGUMENT);
    CHECK(is_error(error, P2F_INVALID_ARGUMENT, 0, "the table of the server's functions is NULL"));
    CHECK(calls_Calculator_accept(NULL, NULL) == P2F_INVALID_ARGUMENT);
    CHECK(calls_Calculator_accept(table, error) == 4);
    CHECK(is_error(error, 4, 0, "a server without a self"));
    table->self = &self;
    table->fingerprint++;
    CHECK(calls_Calculator_accept(table, error) == P2F_MISMATCH);
    CHECK(is_error(
            error,
            P2F_MISMATCH,
            0,
            "the server of calls.Calculator and this library were built from different schemas"));
    table->fingerprint--;
    CHECK(calls_Calculator_accept(table, NULL) == P2F_OK);
    /* The library has a copy. */
    free(table);

    calls_BinaryOp ops[3] = {{8, 4}, {6, 2}, {1, 0}};
    calls_Result results[3];
    CHECK(use_server(ops, results, error) == 1);
    CHECK(is_error(error, 1, 1, "1 can't be divided by zero"));
    CHECK(self.calls == 11 && same(results[0].value, 2) && same(results[1].value, 3));
    free(error);
}

/* A character of one to four bytes at each place around the end. */
static void check_long_messages(void) {
    static const char *const CHARACTERS[] = {"x", "\303\244", "\342\202\254", "\360\237\230\200"};
    p2f_error *error = dirty();
    for (size_t kind = 0; kind < 4; kind++) {
        size_t width = strlen(CHARACTERS[kind]);
        for (size_t before = 480; before < 500; before++) {
            char *text = (char *)malloc(before + 20 * width + 1);
            memset(text, '-', before);
            for (int i = 0; i < 20; i++) {
                memcpy(text + before + (size_t)i * width, CHARACTERS[kind], width);
            }
            text[before + 20 * width] = '\0';
            size_t whole = before >= 495 ? 495 : before + (495 - before) / width * width;
            size_t expected = whole < strlen(text) ? whole : strlen(text);
            CHECK(p2f_fail(error, 5, text) == 5 && strlen(error->message) == expected);
            CHECK(memcmp(error->message, text, expected) == 0);
            memset(error->message, 0xFF, sizeof error->message);
            CHECK(p2f_failf(error, 6, "%s", text) == 6 && strlen(error->message) == expected);
            CHECK(memcmp(error->message, text, expected) == 0);
            free(text);
        }
    }
    CHECK(p2f_fail(error, 1, NULL) == 1 && is_error(error, 1, 0, ""));
    CHECK(p2f_fail(NULL, 0, NULL) == P2F_UNKNOWN && p2f_failf(NULL, 3, "%d", 4) == 3);
    CHECK(p2f_failf(error, 0, "%d%%", 4) == P2F_UNKNOWN && is_error(error, P2F_UNKNOWN, 0, "4%"));
    /* Said again, and in part. */
    CHECK(p2f_fail(error, 1, "one, two") == 1 && p2f_fail(error, 2, error->message + 2) == 2);
    CHECK(is_error(error, 2, 0, "e, two"));
    CHECK(p2f_failf(error, 3, "not %s", error->message) == 3 && is_error(error, 3, 0, "not e, two"));
    /* Bytes that are no UTF-8 end somewhere too. */
    char nonsense[600];
    memset(nonsense, 0x80, sizeof nonsense);
    nonsense[599] = '\0';
    CHECK(p2f_fail(error, 4, nonsense) == 4 && strlen(error->message) < sizeof error->message);
    free(error);
}

int main(void) {
    check_single_calls();
    check_batches();
    check_streams();
    check_allocators();
    check_tables();
    check_long_messages();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
