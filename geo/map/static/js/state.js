// What the reader has chosen, and who wants to know.

/** A store of plain values; `subscribe` is told the new and the old state after each change. */
export function createState(initial) {
  let current = { ...initial };
  const listeners = [];
  return {
    get: () => current,
    set(change) {
      const before = current;
      current = { ...current, ...change };
      if (Object.keys(change).some((key) => before[key] !== current[key])) {
        for (const listener of listeners) listener(current, before);
      }
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
