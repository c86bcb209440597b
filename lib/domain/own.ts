/** Returns what a record has itself under that key, and nothing that every object answers to ("constructor", "toString"). */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
