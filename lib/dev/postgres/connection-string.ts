/** The same server's connection string with another database; it may name several hosts. */
export function withDatabase(connectionString: string, database: string): string {
  return connectionString.replace(/^([a-z+]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${database}`)
}
