// The field's facts as plain values: W3C ORG (organizations, units, memberships, sites, change events), SKOS
// and SKOS-XL (concepts, labels), schema.org Event, CSL-JSON sources. Dates are EDTF. Everything is referred
// to by id. A draft is what was read; Model::build checks it and freezes it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/few.h"
#include "base/shared.h"
#include "edtf/edtf.h"

namespace shezhire::model {

/// Stable and unique over a data set, whatever the type of the thing.
using Id = std::string;

enum class Confidence : std::uint8_t { unstated, low, medium, high };

/// Language and text, as a language map of the file has them.
using LanguageMap = base::Few<std::pair<std::string, std::string>>;

/// Who says so. `disputed`: sources disagree; the other values stand in `claims` of the same body or beside
/// it.
struct Evidence {
    std::vector<Id> sources;
    Confidence confidence = Confidence::unstated;
    bool disputed = false;
    base::Shared<LanguageMap> notes{};  ///< of an entry; a thing has notes of its own
    bool operator==(const Evidence&) const = default;
};

/// Fields of the file that this version does not know: name and raw JSON, kept for writing.
using Extras = base::Few<std::pair<std::string, std::string>>;

enum class NameRole : std::uint8_t { preferred, alternative, acronym };
enum class NameStatus : std::uint8_t { attested, translated };

/// A label (SKOS-XL). `when` unknown/unknown ("/") = as long as the body itself lasted.
struct Name {
    std::string text;
    base::Word lang;  ///< BCP 47; "und" where unknown
    NameRole role = NameRole::preferred;
    NameStatus status = NameStatus::attested;
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Name&) const = default;
};

/// A span in which a body existed; several are allowed (founded, dormant, revived).
struct Spell {
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Spell&) const = default;
};

/// org:unitOf with its dates. The primary parent ranks the layout; the others are drawn beside it.
struct Parent {
    Id organization;
    edtf::Interval when;  ///< "/" = as long as the unit existed
    bool primary = true;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Parent&) const = default;
};

struct Membership {
    Id organization;
    Id role;  ///< a concept; may be empty
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Membership&) const = default;
};

/// A lateral relation to another body: partner, founded by, signatory … (a concept).
struct Link {
    base::Word kind;
    Id to;
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Link&) const = default;
};

struct Site {
    std::string place;
    base::Word country;  ///< ISO 3166-1 alpha-2, or a former code
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Site&) const = default;
};

/// An office and its holder in a span.
struct Office {
    std::string office;
    std::string person;
    std::string country;
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Office&) const = default;
};

/// A dated count: `value` as the source writes it (">300", "~67").
struct Figure {
    Id measure;
    edtf::Interval when;
    std::string value;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Figure&) const = default;
};

/// A stage that an association goes through (a concept): a band on its life-line.
struct Phase {
    Id phase;
    edtf::Interval when;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Phase&) const = default;
};

/// Another value that some source gives for a field of the same thing.
struct Claim {
    std::string field;
    std::string value;
    base::Shared<Evidence> evidence;
    Extras extras;
    bool operator==(const Claim&) const = default;
};

/// What every thing of a data set has.
struct Thing {
    Id id;
    base::Few<Name> names;
    LanguageMap notes;
    LanguageMap definitions;
    base::Few<Claim> claims;
    base::Shared<Evidence> evidence;
    Extras extras;
    base::Place place;  ///< where it stands in its file; no part of equality
    bool operator==(const Thing& other) const;
};

struct Organization : Thing {
    bool is_unit = false;  ///< org:OrganizationalUnit rather than org:Organization
    base::Word kind;       ///< a concept; may be empty
    std::string notation;  ///< "13", "IV", "IFLA"
    base::Word country;
    base::Word scope;
    base::Few<Spell> spells;  ///< none = nothing known
    base::Few<Parent> parents;
    base::Few<Membership> memberships;
    base::Few<Link> links;
    base::Few<Site> sites;
    base::Few<Office> offices;
    base::Few<Figure> figures;
    base::Few<Phase> phases;
    bool operator==(const Organization&) const = default;
};

/// org:ChangeEvent: n originals become m results in one act (founding: none before; dissolution: none after).
struct Change : Thing {
    Id kind;
    edtf::Interval when;
    std::vector<Id> originals;
    std::vector<Id> results;
    bool operator==(const Change&) const = default;
};

/// schema:Event: what happened. Importance 1 (a lecture must show it) to 5; 0 = unstated. An era is an event
/// whose `when` is an interval.
struct Event : Thing {
    Id kind;
    edtf::Interval when;
    std::vector<Id> organizations;
    std::string location;  ///< place name
    std::string country;
    Id region;  ///< a concept; may be empty
    int importance = 0;
    bool operator==(const Event&) const = default;
};

/// skos:Concept. Kinds of organizations carry how they look: shape, colour and mark by name (scene/theme
/// knows them); regions say which countries they hold.
struct Concept : Thing {
    Id scheme;
    std::string notation;
    std::string shape;
    std::string colour;
    std::string mark;
    std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2
    base::Few<Figure> figures;
    bool operator==(const Concept&) const = default;
};

struct ConceptScheme : Thing {
    bool operator==(const ConceptScheme&) const = default;
};

/// A CSL-JSON item; what we do not use stays in `extras`.
struct Source : Thing {
    std::string type;  ///< CSL type: "webpage", "article-journal" …
    std::string title;
    std::string author;
    std::string container;
    std::string issued;
    std::string url;
    std::string language;
    bool operator==(const Source&) const = default;
};

/// A thing, or one entry in one of its lists, as another thing points at it. docs/data.md says what `of` and
/// `kind` are for each field; `when` "/" = whenever.
struct Reference {
    Id thing;
    std::string field;  ///< "sites", "memberOf" …; empty: the thing itself
    std::string of;
    std::string kind;
    edtf::Interval when;
    Extras extras;
    base::Place place;  ///< where it stands in its file; no part of equality
    bool operator==(const Reference& other) const;
};

enum class Verdict : std::uint8_t { unstated, confirmed, contradicted, not_found };

/// schema:Claim: one sentence of a source, in our words, and what other sources say to it.
struct Statement : Thing {
    Id kind;
    std::string notation;
    std::vector<Id> about;  ///< on whose pages it hangs
    int order = 0;          ///< among the statements of its kind there, from 1; 0 = unstated
    Id section;             ///< a concept, whose notation orders the sections of a source
    std::string value;
    Id stated_in;
    Verdict verdict = Verdict::unstated;
    std::vector<Id> confirmed_by;
    std::vector<Id> contradicted_by;
    std::vector<Reference> represented_by;
    bool operator==(const Statement&) const = default;
};

/// Another file that a file needs to be understood, relative to itself.
struct Import {
    std::string path;
    base::Place place;  ///< no part of equality
    bool operator==(const Import& other) const { return path == other.path; }
};

/// Head of one file: title, language, format version, its own extras.
struct FileHead {
    std::string file;  ///< where it was read from; no part of equality
    LanguageMap titles;
    std::vector<Id> roots;  ///< what a structure view starts from; may be empty
    /// Entries named "@graph" are whole things that could not be understood (an unknown type, no id), kept as
    /// written.
    Extras extras;
    std::vector<Import> imports{};
    bool operator==(const FileHead& other) const;
};

/// Everything that was read, unchecked.
struct Draft {
    std::vector<FileHead> files;
    std::vector<Organization> organizations;
    std::vector<Change> changes;
    std::vector<Event> events;
    std::vector<Concept> concepts;
    std::vector<ConceptScheme> schemes;
    std::vector<Source> sources;
    std::vector<Statement> statements;
    bool operator==(const Draft&) const = default;
};

}  // namespace shezhire::model
