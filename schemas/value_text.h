// A value as a person reads it: "USD 4,820,000,000", "about 70 %", "3 km",
// "2020–2024", "RU Russia".  For tables and explanations; records have the keys.

#ifndef FACTLINE_SCHEMAS_VALUE_TEXT_H_
#define FACTLINE_SCHEMAS_VALUE_TEXT_H_

#include <string>

#include "schemas/fact.h"

namespace factline {

std::string ValueText(FactType type, const Value& value);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_VALUE_TEXT_H_
