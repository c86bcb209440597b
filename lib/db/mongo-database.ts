const DEFAULT_DATABASE = 'nexus'

/** Returns the database named in a MongoDB address (which may list several hosts), else `nexus`. */
export function mongoDatabaseName(uri: string): string {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri) ?? []
  return name ? decodeURIComponent(name) : DEFAULT_DATABASE
}
