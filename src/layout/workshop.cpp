#include "layout/workshop.hpp"

namespace ms::layout {

Workshop::Workshop(font::Library const& library) : parts_(std::make_unique<Parts>(library)) {}
Workshop::~Workshop() = default;

font::Library const& Workshop::library() const {
  return parts_->library;
}

}  // namespace ms::layout
