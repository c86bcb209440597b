const DEFAULT_DATABASE = 'nexus'

/** The database that a MongoDB address names, else `nexus`. The address may name several hosts. */
export function mongoDatabaseName(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri) ?? []
  return name ? decodeURIComponent(name) : DEFAULT_DATABASE
}
