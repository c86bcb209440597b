/** Returns the connection string with another database name. The string may list several hosts. */
export function withDatabase(connectionString: string, database: string): string {
  return connectionString.replace(/^([a-z+]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${database}`)
}
