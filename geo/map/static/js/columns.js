// Lists of like records kept as columns, and like phrases kept as forms with gaps (docs/page-contract.md).

const FORM_GAP = "{}";

/**
 * The records of `{count, columns}`: a column is a list, one value with exceptions, or values and their indices. `make(number)`
 * gives the record that the members are put into.
 */
export function recordsOf({ count, columns }, make = () => ({})) {
  const records = Array.from({ length: count }, (_, number) => make(number));
  for (const [member, column] of Object.entries(columns)) {
    if (Array.isArray(column)) {
      for (let i = 0; i < count; i += 1) records[i][member] = column[i];
    } else if (column.of) {
      for (let i = 0; i < count; i += 1) records[i][member] = column.values[column.of[i]];
    } else {
      if ("value" in column) for (const record of records) record[member] = column.value;
      for (const [number, value] of Object.entries(column.but ?? {})) records[Number(number)][member] = value;
    }
  }
  return records;
}

/** The phrases of `{forms, of}`: each a form, its gaps filled one after the other. */
export function phrasesOf({ forms, of }) {
  const parted = forms.map((form) => form.split(FORM_GAP));
  return of.map(([form, ...told]) => parted[form].map((piece, i) => piece + (told[i] ?? "")).join(""));
}
