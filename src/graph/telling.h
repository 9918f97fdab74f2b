// The steps of tell(): the lanes are chosen, then filled. Internal to graph.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/chronology.h"

namespace shezhire::graph {

struct Telling {
    const model::Model& model;
    const ChronologyQuestion& question;
    Chronology chronology;
    std::vector<std::uint32_t> body_of;  ///< by lane: index in Model::organizations()
    std::vector<std::uint32_t> lane_of;  ///< by organization; UINT32_MAX: none
    std::vector<bool> kept;  ///< by organization: the filter and the focus let it through; empty: all

    [[nodiscard]] const model::Organization& body(std::size_t lane) const {
        return model.organizations()[body_of[lane]];
    }
    [[nodiscard]] bool in_period(const edtf::Interval& when) const {
        return question.period.is_unknown() ||
               edtf::presence_over(when, question.period) != edtf::Presence::no;
    }
    /// Widens the known extent.
    void know(const edtf::Interval& when);
};

void tell_lives(Telling&);      ///< names over time, spells, phases, groups
void tell_events(Telling&);     ///< events, changes on one lane, eras
void tell_relations(Telling&);  ///< joints and ties
void tell_foundings(Telling&);  ///< the histogram's beginnings, by region

}  // namespace shezhire::graph
