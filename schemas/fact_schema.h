// The JSON Schema (draft 2020-12) of a fact record: fact.schema.json, compiled in.

#ifndef FACTLINE_SCHEMAS_FACT_SCHEMA_H_
#define FACTLINE_SCHEMAS_FACT_SCHEMA_H_

#include <string_view>

// The file, linked in by fact_schema.S.
extern "C" const char factline_fact_schema_begin[];
extern "C" const char factline_fact_schema_end[];

namespace factline {

inline std::string_view FactSchema() {
  return {factline_fact_schema_begin,
          static_cast<size_t>(factline_fact_schema_end - factline_fact_schema_begin)};
}

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_FACT_SCHEMA_H_
