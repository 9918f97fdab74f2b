#include "model/facts.h"

namespace shezhire::model {

bool Thing::operator==(const Thing& other) const {
    return id == other.id && names == other.names && notes == other.notes &&
           definitions == other.definitions && claims == other.claims && evidence == other.evidence &&
           extras == other.extras;
}

bool Reference::operator==(const Reference& other) const {
    return thing == other.thing && field == other.field && of == other.of && kind == other.kind &&
           when == other.when && extras == other.extras;
}

bool FileHead::operator==(const FileHead& other) const {
    return titles == other.titles && roots == other.roots && imports == other.imports &&
           extras == other.extras;
}

}  // namespace shezhire::model
