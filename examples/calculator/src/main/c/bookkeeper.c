/* Serves calc.Bookkeeper: walks through a ledger by the pointers that Java stored. */
#include "calc/bookkeeper.p2f.h"
#include "calc/calculator.p2f.h"

#include <stdlib.h>
#include <string.h>

/* Sums in the order of their currencies, as many as there are. */
typedef struct table {
    calc_CurrencySum *sums;
    size_t count;
    size_t capacity;
} table;

/* The sum of a currency, a new one if need be; NULL when there is no memory. */
static calc_CurrencySum *sum_of(table *table, const char *currency) {
    size_t low = 0;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(table->sums[middle].currency, currency);
        if (order == 0) {
            return &table->sums[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (table->count == table->capacity) {
        size_t capacity = table->capacity == 0 ? 16 : table->capacity * 2;
        calc_CurrencySum *sums = realloc(table->sums, capacity * sizeof *sums);
        if (sums == NULL) {
            return NULL;
        }
        table->sums = sums;
        table->capacity = capacity;
    }
    calc_CurrencySum *sum = &table->sums[low];
    memmove(sum + 1, sum, (table->count - low) * sizeof *sum);
    table->count++;
    calc_CurrencySum_init(sum);
    calc_CurrencySum_set_currency(sum, currency, strlen(currency));
    return sum;
}

static bool has_tag(const calc_Transaction *transaction, p2f_str tag) {
    for (size_t i = 0; i < calc_Transaction_tags_count(transaction); i++) {
        if (p2f_str_is(calc_Transaction_get_tags(transaction, i), tag.data, tag.size)) {
            return true;
        }
    }
    return false;
}

static bool counts(const calc_Ledger *ledger, const calc_Transaction *transaction) {
    static const char key[] = "status";
    p2f_str status = calc_Ledger_get_required_status(ledger);
    if (status.size != 0
        && !p2f_str_is(calc_Transaction_get_metadata(transaction, key, sizeof key - 1), status.data, status.size)) {
        return false;
    }
    p2f_str excluded = calc_Ledger_get_excluded_tag(ledger);
    return excluded.size == 0 || !has_tag(transaction, excluded);
}

static int32_t fill(table *table, const calc_Ledger *ledger, p2f_error *error) {
    for (size_t i = 0; i < calc_Ledger_transactions_count(ledger); i++) {
        const calc_Transaction *transaction = calc_Ledger_get_transactions(ledger, i);
        if (!counts(ledger, transaction)) {
            continue;
        }
        const char *currency = calc_Transaction_get_currency(transaction);
        calc_CurrencySum *sum = sum_of(table, currency);
        if (sum == NULL) {
            return p2f_fail(error, P2F_OUT_OF_MEMORY, "no memory for the sums");
        }
        if (__builtin_add_overflow(sum->amount, transaction->amount, &sum->amount)) {
            return p2f_failf(error, calc_Failure_OVERFLOW, "the sum of %s doesn't fit in 64 bits", currency);
        }
        sum->transactions++;
        sum->items += (uint32_t)calc_Transaction_items_count(transaction);
    }
    return P2F_OK;
}

int32_t calc_Bookkeeper_SumByCurrency(
        const calc_Ledger *request, calc_Sums *response, p2f_allocator *allocator, p2f_error *error) {
    table table = {NULL, 0, 0};
    int32_t code = fill(&table, request, error);
    /* The allocator is the caller's: the answer lives as long as the caller wants. */
    if (code == P2F_OK && !calc_Sums_copy_currencies(response, allocator, table.sums, table.count)) {
        code = p2f_fail(error, P2F_OUT_OF_MEMORY, "no memory for the response");
    }
    free(table.sums);
    return code;
}

/* False when it doesn't fit. */
static bool add_items(const calc_Transaction *transaction, int64_t *sum) {
    *sum = 0;
    for (size_t i = 0; i < calc_Transaction_items_count(transaction); i++) {
        const calc_LineItem *item = calc_Transaction_get_items(transaction, i);
        int64_t price;
        if (__builtin_mul_overflow(item->quantity, item->unit_price, &price)
            || __builtin_add_overflow(*sum, price, sum)) {
            return false;
        }
    }
    return true;
}

int32_t calc_Bookkeeper_Audit(const calc_Ledger *request, p2f_stream *stream, p2f_error *error) {
    for (size_t i = 0; i < calc_Ledger_transactions_count(request); i++) {
        const calc_Transaction *transaction = calc_Ledger_get_transactions(request, i);
        int64_t sum;
        if (!add_items(transaction, &sum)) {
            return p2f_failf(error, calc_Failure_OVERFLOW, "the items of transaction %llu don't fit in 64 bits",
                    (unsigned long long)transaction->id);
        }
        if (sum != transaction->amount) {
            calc_Discrepancy item = {transaction->id, transaction->amount, sum};
            int32_t code = calc_Bookkeeper_Audit_send(stream, &item);
            if (code != P2F_OK) {
                return code; /* whoever receives wants no more */
            }
        }
    }
    return P2F_OK;
}

calc_Bookkeeper_EXPORT;
