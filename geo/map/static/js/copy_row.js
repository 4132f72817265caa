// The row of corrections.csv that says what a mention means (docs: `geo gazetteer add --from`).

/** action,mention,article,start,end,country_code,place,latitude,longitude,note of a mention, as its place is now. */
export function correctionRow(article, mention, place) {
  const sentence = article.sentences[mention.sentence];
  const points = [...sentence.text];
  const name = points.slice(mention.start, mention.end).join("");
  const [start, end] = [sentence.start + mention.start, sentence.start + mention.end];
  return ["place", name, article.id, start, end, "", place.id, "", "", ""].map(csvCell).join(",");
}

/** A cell of a CSV file (RFC 4180). */
export function csvCell(value) {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
