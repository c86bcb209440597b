const DEFAULT_DATABASE = 'nexus'

/**
 * Returns the name of the database in a MongoDB connection string, or `nexus` if it names none. The string may list
 * several hosts.
 */
export function mongoDatabaseName(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri) ?? []
  return name ? decodeURIComponent(name) : DEFAULT_DATABASE
}
