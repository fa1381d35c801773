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
  EXPECT_EQ("2003-04-10T08:00:00Z", Kept("20030410T080000Z"));
  EXPECT_EQ("2003-04-10T08:00:00-04:00", Kept("20030410T080000-0400"));
  EXPECT_EQ("2003-04-10T08:00:00", Kept("20030410T080000"));
  EXPECT_EQ("2003-04-10", Kept("20030410T08"));
  EXPECT_EQ("2003-04-10", Kept("2003/04/10"));
  EXPECT_EQ("2003-04-10", Kept(" 2003-04-10\n"));
}

TEST(PublishedDate, ReadsMonthsByName) {
  EXPECT_EQ("2003-04-10T08:00:30Z", Kept("Thu, 10 Apr 2003 08:00:30 GMT"));
  EXPECT_EQ("2003-04-10T08:00:30+00:00", Kept("Thu, 10 Apr 2003 08:00:30 +0000"));
  EXPECT_EQ("2003-04-01T08:00-04:00", Kept("1 Apr 03 8:00 EDT"));
  EXPECT_EQ("1998-04-10T08:00:30", Kept("Fri, 10 Apr 98 08:00:30 Europe/Rome"));
  EXPECT_EQ("2003-04-10T08:00:00", Kept("Thu Apr 10 08:00:00 2003"));
  EXPECT_EQ("2003-04-10", Kept("April 10, 2003"));
  EXPECT_EQ("2003-09-10", Kept("Thursday, 10 SEPTEMBER 2003"));
  EXPECT_EQ("2003-09-01", Kept("1 Sept 2003"));
}

TEST(PublishedDate, DropsWhatIsNoDate) {
  for (const char* other : {"",
                            "None",
                            "null",
                            "04/10/2003",
                            "10-04-2003",
                            "2003-02-30",
                            "2003-13-01",
                            "2003",
                            "2003-04",
                            "2003-4-1",
                            "2003-04-10 or so",
                            "0000-01-01",
                            "30 Feb 2003",
                            "April 2003",
                            "10 April",
                            "Updated 10 Apr 2003",
                            "10 Apr 2003 or so",
                            "10 Apr 2003 2004",
                            "1 2 2003",
                            "Apr Apr 10 2003",
                            "10 Apr 203",
                            "Mayor 10 2003",
                            "Thu, 10 2003",
                            "2003-04-10T",
                            "99999999",
                            "2003-04/10"}) {
    EXPECT_EQ("", Kept(other)) << other;
  }
}

}  // namespace
}  // namespace factline
