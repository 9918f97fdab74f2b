// The one order in which facts are written, which is the order in which they are read back.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "edtf/edtf.h"
#include "model/facts.h"

namespace shezhire::io {

/// Where a name stands in its thing: `prefLabel`, `altLabel`, `acronym`, or `labels` for what says more than
/// these can.
enum class NameField : int { preferred, alternative, acronym, labels };

/// One for each name. A second plain preferred name in one language stands in `labels`.
std::vector<NameField> name_fields(const base::Few<model::Name>& names);

/// By field, and within a language map by language in the order of first use.
void order_names(base::Few<model::Name>& names);

/// Texts of one language together, in the order of first use.
void order_texts(model::LanguageMap& texts);

/// `primary` where the file does not say: true unless an earlier primary parent certainly holds at the same
/// time.
class PrimaryDefault {
  public:
    /// For the next parent of one unit.
    [[nodiscard]] bool for_next(const edtf::Interval& when) const;
    void took(const model::Parent& parent);

  private:
    std::map<edtf::Day, edtf::Day> taken_;  // spans that primary parents fill, apart from each other
};

}  // namespace shezhire::io
