// Which dates of publication are kept, and as what.

#include "corpus/published.h"

#include <gtest/gtest.h>

#include <string>

namespace factline {
namespace {

std::string Kept(const char* given) {
  char room[kPublishedRoom];
  return std::string(PublishedDate(given, room));
}

TEST(PublishedDate, KeepsIsoDatesAsTheyStand) {
  for (const char* date : {"2003-04-10", "2003-04-10T08:00:00Z", "2003-04-10 08:00:00",
                           "2003-04-10T08:00:00.125+02:00", "2004-02-29"}) {
    EXPECT_EQ(date, Kept(date));
  }
}

TEST(PublishedDate, WritesOtherOrdersOfTheSameDigitsAsIso) {
  EXPECT_EQ("2003-04-10", Kept("20030410"));
  EXPECT_EQ("2003-04-10", Kept("20030410T080000Z"));
  EXPECT_EQ("2003-04-10", Kept("2003/04/10"));
  EXPECT_EQ("2003-04-10", Kept(" 2003-04-10\n"));
}

TEST(PublishedDate, DropsWhatIsNoDate) {
  for (const char* other : {"", "None", "null", "04/10/2003", "10-04-2003", "2003-02-30",
                            "2003-13-01", "2003", "2003-04", "2003-4-1", "2003-04-10 or so",
                            "0000-01-01", "2003-04-10T", "99999999", "2003-04/10"}) {
    EXPECT_EQ("", Kept(other)) << other;
  }
}

}  // namespace
}  // namespace factline
