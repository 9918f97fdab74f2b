#include "model/best.h"

#include <algorithm>

namespace shezhire::model {
namespace {

bool comes_before(const Candidate& a, const Candidate& b) {
    return a.before(b);
}

}  // namespace

bool Candidate::before(const Candidate& other) const {
    if (rank != other.rank) return rank < other.rank;
    if (length != other.length) return length < other.length;
    if (id_order != other.id_order) return id_order < other.id_order;
    return name < other.name;
}

Best::Best(std::size_t limit, const std::vector<Candidate>& taken) : limit_(limit) {
    for (const auto& candidate : taken) taken_.push_back(candidate.organization);
    std::sort(taken_.begin(), taken_.end());
}

void Best::offer(const Candidate& candidate) {
    if (current_ && current_->organization == candidate.organization) {
        if (candidate.before(*current_)) current_ = candidate;
        return;
    }
    keep_current();
    current_ = candidate;
}

void Best::move_to(std::vector<Candidate>& result) {
    keep_current();
    current_.reset();
    std::sort(kept_.begin(), kept_.end(), comes_before);
    kept_.resize(std::min(kept_.size(), limit_ - taken_.size()));
    result.insert(result.end(), kept_.begin(), kept_.end());
}

void Best::keep_current() {
    if (!current_ || (bar_ && !current_->before(*bar_))) return;
    if (std::binary_search(taken_.begin(), taken_.end(), current_->organization)) return;
    kept_.push_back(*current_);
    if (kept_.size() < 2 * limit_ + 256) return;
    std::nth_element(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1), kept_.end(),
                     comes_before);
    kept_.resize(limit_);
    bar_ = kept_.back();
}

}  // namespace shezhire::model
