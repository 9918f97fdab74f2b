// A value that few of very many objects have: one pointer where there is none.
#pragma once

#include <memory>
#include <utility>

namespace shezhire::model {

/// Holds a T, which is T{} where nothing was put in. Copies are deep.
template <class T>
class Rare {
  public:
    Rare() = default;
    Rare(T value) {  // NOLINT(google-explicit-constructor): it stands for its value
        if (!(value == T{})) held_ = std::make_unique<T>(std::move(value));
    }
    Rare(const Rare& other) : held_(other.held_ ? std::make_unique<T>(*other.held_) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(const Rare& other) {
        Rare copy(other);
        held_.swap(copy.held_);
        return *this;
    }
    Rare& operator=(Rare&&) noexcept = default;
    ~Rare() = default;

    [[nodiscard]] const T& get() const {
        static const T none{};
        return held_ ? *held_ : none;
    }
    [[nodiscard]] bool operator==(const Rare& other) const { return get() == other.get(); }

  private:
    std::unique_ptr<T> held_;
};

}  // namespace shezhire::model
