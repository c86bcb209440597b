/** Returns the record's own value for a key, ignoring inherited properties ("constructor", "toString"). */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
