#include "extractors/role.h"

namespace factline {
namespace {

constexpr std::string_view kNames[] = {
#define X(name) #name,
    FACTLINE_ROLES(X)
#undef X
};

}  // namespace

std::string_view Name(Role role) { return kNames[static_cast<size_t>(role)]; }

std::optional<Role> RoleNamed(std::string_view name) {
  for (size_t i = 0; i < static_cast<size_t>(Role::kCount); ++i) {
    if (kNames[i] == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

}  // namespace factline
