// What decided a mention, put together from the tables that the page's data keeps each piece in once.

/** `{why: [{phrase, points}], others: [candidate with score and km]}` for a mention's index; empty for null. */
export function evidenceOf(data, number) {
  const entry = data.evidence?.[number];
  if (!entry) return { why: [], others: [] };
  return {
    why: entry.why.map(([phrase, points]) => ({ phrase: data.phrases[phrase], points })),
    others: entry.others.map(([candidate, score, km]) => ({ ...data.candidates[candidate], score, km })),
  };
}
