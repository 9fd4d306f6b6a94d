// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <utility>

namespace likeness {
namespace {

class Reader {
public:
    std::vector<std::vector<std::string>> read(const std::string& text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isDoubled = isQuoted_ && text[i] == '"' && text.substr(i + 1, 1) == "\"";
            take(text[i], isDoubled);
            i += isDoubled ? 1 : 0;
        }
        endRow();
        return std::move(rows_);
    }

private:
    void take(char c, bool isDoubled) {
        if (c == '"' && !isDoubled)
            isQuoted_ = !isQuoted_;
        else if (isQuoted_ || (c != ',' && c != '\r' && c != '\n'))
            row_.back() += c;
        else if (c == ',')
            row_.emplace_back();
        else
            endRow();
    }

    void endRow() {
        if (row_.size() > 1 || !row_.front().empty())
            rows_.push_back(std::move(row_));
        row_ = {""};
    }

    std::vector<std::vector<std::string>> rows_;
    std::vector<std::string> row_{""};
    bool isQuoted_ = false;
};

} // namespace

std::string csvField(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string text = "\"";
    for (const char c : field)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

std::string csvLine(const std::vector<std::string>& fields) {
    std::string text;
    for (std::size_t i = 0; i < fields.size(); ++i)
        text += (i > 0 ? "," : "") + csvField(fields[i]);
    return text + "\r\n";
}

std::vector<std::vector<std::string>> csvRows(const std::string& text) {
    return Reader().read(text);
}

} // namespace likeness
