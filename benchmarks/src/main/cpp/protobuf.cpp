// The native end of protobuf calls by protobuf's own library for C++: a second opinion about the first row of the ladder and
// about the workload.
#include "ladder.pb.h"
#include "ledger.pb.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#define EXPORTED extern "C" __attribute__((visibility("default")))

namespace {

// The length of the response, or -1 where there is no room for it.
template <typename Message>
int64_t put(const Message &response, uint8_t *out, size_t capacity) {
    size_t length = response.ByteSizeLong();
    if (length > capacity) {
        return -1;
    }
    response.SerializeWithCachedSizesToArray(out);
    return static_cast<int64_t>(length);
}

bool counts(const ledger::Ledger &all, const ledger::Transaction &transaction) {
    if (!all.required_status().empty()) {
        auto status = transaction.metadata().find("status");
        if (status == transaction.metadata().end() || status->second != all.required_status()) {
            return false;
        }
    }
    const auto &tags = transaction.tags();
    return all.excluded_tag().empty() || std::find(tags.begin(), tags.end(), all.excluded_tag()) == tags.end();
}

struct Sum {
    int64_t amount = 0;
    uint32_t transactions = 0;
    uint32_t items = 0;
};

}  // namespace

// Twin of ladder_add_instance in Rust.
EXPORTED int64_t ladder_add_cpp(const uint8_t *request, size_t length, uint8_t *out, size_t capacity) {
    ladder::AddRequest add;
    if (!add.ParseFromArray(request, static_cast<int>(length))) {
        return -1;
    }
    ladder::AddResponse response;
    response.set_value(static_cast<int64_t>(static_cast<uint64_t>(add.a()) + static_cast<uint64_t>(add.b())));
    return put(response, out, capacity);
}

// Twin of workload_sum in Rust.
EXPORTED int64_t workload_sum_cpp(const uint8_t *request, size_t length, uint8_t *out, size_t capacity) {
    ledger::Ledger all;
    if (!all.ParseFromArray(request, static_cast<int>(length))) {
        return -1;
    }
    std::map<std::string, Sum> sums;
    for (const auto &transaction : all.transactions()) {
        if (counts(all, transaction)) {
            Sum &sum = sums[transaction.currency()];
            if (__builtin_add_overflow(sum.amount, transaction.amount(), &sum.amount)) {
                return -1;
            }
            sum.transactions++;
            sum.items += static_cast<uint32_t>(transaction.items_size());
        }
    }
    ledger::Sums response;
    for (const auto &[currency, sum] : sums) {
        auto *place = response.add_currencies();
        place->set_currency(currency);
        place->set_amount(sum.amount);
        place->set_transactions(sum.transactions);
        place->set_items(sum.items);
    }
    return put(response, out, capacity);
}
