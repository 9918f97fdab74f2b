// The view as rows: which of them, in what order, and copies of them. What takes long is sorted beside the
// frame.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/numbers.h"
#include "base/utf8.h"
#include "base/words.h"
#include "export/csv.h"
#include "session/arguments.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

/// So many are sorted within a frame.
constexpr std::uint32_t few_rows = 2000;

std::shared_ptr<const Rows> arranged(std::shared_ptr<const scene::Table> table, scene::TableChoice choice) {
    auto rows = std::make_shared<Rows>();
    rows->columns = scene::columns_of(*table, choice);
    rows->rows = scene::rows_of(*table, choice);
    rows->table = std::move(table);
    rows->choice = std::move(choice);
    return rows;
}

/// Rows as a table of its own, for the clipboard.
std::string tsv_of(const Rows& rows, std::size_t first, std::size_t last) {
    std::vector<scene::TableColumn> columns;
    for (const auto column : rows.columns) columns.push_back(rows.table->columns()[column]);
    scene::TableMaker maker(std::move(columns), rows.table->lang);
    for (std::size_t i = first; i < last; ++i) {
        std::vector<scene::TableCell> cells;
        for (const auto column : rows.columns) cells.push_back(rows.table->cell(rows.rows[i], column));
        maker.add(rows.table->key(rows.rows[i]), {}, std::move(cells));
    }
    return exporting::to_tsv(std::move(maker).made());
}

}  // namespace

const scene::TableChoice& Session::table_choice() const {
    static const scene::TableChoice plain;
    const auto found = view_.choices.find(view_.view);
    return found == view_.choices.end() ? plain : found->second;
}

void Session::table_command(const Command& command) {
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")), base::visible(to_text(command)),
                        spec_of(command.verb).arguments));
    };
    const auto is_column = [&](const std::string& id) {
        if (!shows_table() || picture_->table->column(id)) return true;
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("The table has no column “{}”.")), base::visible(id)));
        return false;
    };
    auto next = view_;
    auto& choice = next.choices[view_.view];
    std::string gesture;
    switch (command.verb) {
        case Verb::table: {
            const auto wanted = command.arguments.empty() ? std::optional(!view_.table)
                                                          : switch_from(command.arguments.front());
            if (!wanted) return refuse();
            next.table = *wanted;
            article_ = {};
            if (!next.table && !on_timeline()) arriving_ = selection_;
            break;
        }
        case Verb::table_sort: {
            const auto way = argument(command, 1);
            if (!way.empty() && way != "asc" && way != "desc") return refuse();
            if (!argument(command).empty() && !is_column(argument(command))) return;
            choice.sort = argument(command);
            choice.descending = way == "desc";
            break;
        }
        case Verb::table_match:
            choice.match.clear();
            for (const auto& word : command.arguments)
                choice.match += (choice.match.empty() ? "" : " ") + word;
            gesture = "table-match";  // what is typed without a pause is one step
            break;
        case Verb::table_columns:
            if (!std::all_of(command.arguments.begin(), command.arguments.end(), is_column)) return;
            choice.columns = command.arguments;
            break;
        default:
            return;
    }
    if (choice == scene::TableChoice{}) next.choices.erase(view_.view);
    if (command.verb != Verb::table) next.table = true;
    anchor_ = selection_;
    change(std::move(next), std::move(gesture));
}

/// The rows of the picture that is shown, as the view wants them.
void Session::refresh_rows() {
    rows_answered_ = rows_wanted_;  // whatever is being sorted is no longer wanted
    if (!shows_table()) {
        rows_.reset();
        return;
    }
    const auto& table = picture_->table;
    const auto& choice = table_choice();
    if (rows_ && rows_->table == table && rows_->choice == choice) return;
    if (table->row_count() <= few_rows) {
        rows_ = arranged(table, choice);
        return;
    }
    if (rows_ && rows_->table != table) rows_.reset();
    if (!sorter_) sorter_ = std::make_unique<NewestWins>();
    const auto ticket = ++rows_wanted_;
    sorter_->submit([inbox = inbox_, ticket, table, choice](const std::stop_token&) {
        inbox->post([ticket, rows = arranged(table, choice)](Session& session) {
            if (ticket != session.rows_wanted_ || ticket == session.rows_answered_) return;
            session.rows_answered_ = ticket;
            session.rows_ = rows;
        });
    });
}

/// A table in place of a structure's picture. The camera stays where it was, for the way back.
void Session::show_rows(PicturePtr picture) {
    if (on_timeline()) fitted_ = true;  // its camera is no place in a structure
    transition_.reset();
    time_drawn_.reset();
    time_glide_.reset();
    arriving_.clear();
    told_before_.reset();
    turned_.clear();
    motion_ = Motion::glide;
    take_picture(std::move(picture));
    refresh_rows();
    if (flash_.begin < 0) flash_.begin = now_;
}

// Rows FIRST to LAST as they are shown, from 1; without a word the selected one, or all where none is.
void Session::copy_rows(const Command& command) {
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "copy", spec_of(Verb::copy).arguments));
    };
    if (!rows_) return say(base::Severity::note, base::tr("Only rows of a table are copied."));
    const auto& rows = rows_->rows;
    std::size_t first = 0;
    std::size_t last = rows.size();
    if (command.arguments.size() == 2) {
        const auto from = number_from(command.arguments[0]);
        const auto to = number_from(command.arguments[1]);
        if (!from || !to || *from < 1 || *to < *from) return refuse();
        first = std::min(static_cast<std::size_t>(*from) - 1, rows.size());
        last = std::min(static_cast<std::size_t>(*to), rows.size());
    } else if (command.arguments.empty() && !selection_.empty()) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](std::uint32_t row) {
            return rows_->table->thing(row) == selection_;
        });
        if (found != rows.end()) first = static_cast<std::size_t>(found - rows.begin()), last = first + 1;
    } else if (command.arguments.size() == 1 && command.arguments.front() != "all") {
        return refuse();
    }
    const auto count = static_cast<unsigned long>(last - first);
    start_job([inbox = inbox_, rows_shown = rows_, first, last, count](const std::stop_token& stop) {
        if (stop.stop_requested()) return;
        inbox->post([text = tsv_of(*rows_shown, first, last), count](Session& session) {
            if (!session.services_.copy)
                return session.say(base::Severity::warning, base::tr("There is no clipboard here."));
            session.services_.copy(text);
            session.say(base::Severity::note,
                        fmt::format(fmt::runtime(base::tr("{} row copied", "{} rows copied", count)),
                                    base::number(count)));
        });
    });
}

}  // namespace shezhire::session
