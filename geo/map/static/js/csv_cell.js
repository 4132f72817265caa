// Cells of CSV files: pure.

/** A cell of a CSV file (RFC 4180). */
export function csvCell(value) {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell of rows that come back to us: what a spreadsheet would run gets an apostrophe, which our reader takes away again. */
export function guardedCell(value) {
  const text = String(value);
  return csvCell(/^'*[=+\-@＝＋－＠]/.test(text) && !/^[-+]?[\d.]+$/.test(text) ? `'${text}` : text);
}
