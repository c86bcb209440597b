const DEFAULT_DATABASE = 'nexus'

/**
 * Returns the name of the database in a MongoDB address, or `nexus` if it has none. The address may list several hosts.
 */
export function mongoDatabaseName(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri) ?? []
  return name ? decodeURIComponent(name) : DEFAULT_DATABASE
}
