// A database of facts for SQLite and Datasette, filled with records as JSON Lines.
// The door of SQLite.
//
//   articles   one row an article that has facts
//   sentences  the source sentences; sentences_fts searches them
//   facts      one row a fact: exact amounts as text, and as numbers to sort by;
//              facts_fts searches what they say
//   links      what says what a fact means
//
// Foreign keys are declared and every column to filter by has an index.  The file
// appears whole, with all indexes, or not at all; beside it FILE.metadata.json
// tells Datasette what the tables are and which facets to offer.

#ifndef FACTLINE_PIPELINE_SQLITE_STORE_H_
#define FACTLINE_PIPELINE_SQLITE_STORE_H_

#include <memory>
#include <string>

#include "pipeline/byte_sink.h"

namespace factline {

// A sink whose bytes are fact records as JSON Lines, whole lines at a time or not.
// One thread.
Result<std::unique_ptr<ByteSink>> OpenSqliteStore(const std::string& path);

// Whether a file of that name is asked for as a database: ".db", ".sqlite".
bool IsSqliteName(const std::string& path);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_SQLITE_STORE_H_
