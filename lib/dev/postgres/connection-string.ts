/** Returns the connection string with another database name. Accepts strings that list several hosts. */
export function withDatabase(connectionString: string, database: string): string {
  return connectionString.replace(/^([a-z+]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${database}`)
}
