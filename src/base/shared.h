// A value that many objects have alike: one pointer each, one copy for all. Nobody changes what others see.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace shezhire::base {

/// Holds a T, which is T{} where nothing was put in (and costs nothing then). Copies share it, between
/// threads too.
template <class T>
class Shared {
  public:
    Shared() = default;
    Shared(T value) {  // NOLINT(google-explicit-constructor): it stands for its value
        if (!(value == T{})) box_ = new Box(std::move(value));
    }
    Shared(const Shared& other) : box_(other.box_) {
        if (box_ != nullptr) box_->uses.fetch_add(1, std::memory_order_relaxed);
    }
    Shared(Shared&& other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(box_, other.box_);
        return *this;
    }
    ~Shared() {
        if (box_ != nullptr && box_->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) delete box_;
    }

    [[nodiscard]] const T& get() const {
        static const T none{};
        return box_ != nullptr ? box_->value : none;
    }
    operator const T&() const { return get(); }  // NOLINT(google-explicit-constructor): as above
    const T* operator->() const { return &get(); }
    /// To be changed here alone: what others share with it is copied first.
    [[nodiscard]] T& change() {
        if (box_ == nullptr || box_->uses.load(std::memory_order_acquire) > 1) {
            Shared mine;
            mine.box_ = new Box(get());
            std::swap(box_, mine.box_);
        }
        return box_->value;
    }

    [[nodiscard]] bool operator==(const Shared& other) const {
        return box_ == other.box_ || get() == other.get();
    }
    [[nodiscard]] bool operator==(const T& other) const { return get() == other; }

  private:
    struct Box {
        explicit Box(T of) : value(std::move(of)) {}
        T value;
        std::atomic<std::uint32_t> uses{1};
    };
    Box* box_ = nullptr;
};

/// A short text that comes again and again: a language, a file's name, a kind.
class Word {
  public:
    Word() = default;
    Word(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor): it is text
    Word(std::string_view text) : text_(std::string(text)) {}  // NOLINT(google-explicit-constructor)
    Word(const char* text) : text_(std::string(text)) {}       // NOLINT(google-explicit-constructor)

    [[nodiscard]] const std::string& str() const { return text_.get(); }
    operator const std::string&() const { return str(); }  // NOLINT(google-explicit-constructor)
    operator std::string_view() const { return str(); }    // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool empty() const { return str().empty(); }

    friend bool operator==(const Word& a, const Word& b) { return a.text_ == b.text_; }
    friend auto operator<=>(const Word& a, const Word& b) { return a.str() <=> b.str(); }
    friend bool operator==(const Word& a, std::string_view b) { return a.str() == b; }
    friend bool operator==(const Word& a, const std::string& b) { return a.str() == b; }
    friend bool operator==(const Word& a, const char* b) { return a.str() == b; }

  private:
    Shared<std::string> text_;
};

}  // namespace shezhire::base
