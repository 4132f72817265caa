// What is worked out when it is first asked for.

/** Gives an object a member that `make()` works out once, at the first asking. */
export function lazily(target, member, make) {
  const told = { configurable: true, enumerable: true };
  Object.defineProperty(target, member, {
    ...told,
    get() {
      const value = make();
      Object.defineProperty(target, member, { ...told, writable: true, value });
      return value;
    },
  });
}
