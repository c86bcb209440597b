export type Migration = { name: string; sql: string }

/**
 * Returns the statements that would lock a table that may be large, that is, those that add an index or unique
 * constraint to an existing table without CONCURRENTLY. A concurrent build must be the only statement of its file,
 * because only then does Prisma run it outside a transaction. Migrations are given in order; those in `released` are
 * not checked.
 */
export function migrationFaults(migrations: Migration[], released: ReadonlySet<string> = new Set()): string[] {
  return migrations
    .filter(({ name }) => !released.has(name))
    .flatMap(({ name, sql }) => faultsOf(statementsOf(sql)).map((fault) => `${name}: ${fault}`))
}

const CREATE_TABLE = /^CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/i
const CREATE_INDEX = /^CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?"?(\w+)"? ON (?:ONLY )?"?(\w+)"?/i
const DROP_INDEX = /^DROP INDEX (CONCURRENTLY )?/i
const ADD_UNIQUE =
  /^ALTER TABLE (?:ONLY )?"?(\w+)"?.*\bADD (?:CONSTRAINT "?\w+"? )?(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b(?! USING INDEX)/i

function faultsOf(statements: string[]): string[] {
  const created = new Set(statements.map((text) => CREATE_TABLE.exec(text)?.[1]))
  const faults = statements.flatMap((text) => {
    const [, isConcurrent, index, table] = CREATE_INDEX.exec(text) ?? []
    if (index && !isConcurrent && !created.has(table)) return [`${index} on ${table} must be created CONCURRENTLY`]
    const altered = ADD_UNIQUE.exec(text)?.[1]
    if (altered && !created.has(altered))
      return [`${altered}: create the unique index CONCURRENTLY, then add it USING INDEX`]
    return []
  })
  const isConcurrent = statements.some((text) => (CREATE_INDEX.exec(text) ?? DROP_INDEX.exec(text))?.[1])
  if (isConcurrent && statements.length > 1) faults.push('CONCURRENTLY must be the only statement of its migration')
  return faults
}

/** Splits a script into statements and collapses whitespace. Handles comments, quoted text and dollar-quoted bodies. */
function statementsOf(sql: string): string[] {
  const parts = sql.match(/--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|;|[^;'$/-]+|[\s\S]/g) ?? []
  const statements = ['']
  for (const part of parts) {
    if (part === ';') statements.push('')
    else if (!/^(?:--|\/\*)/.test(part)) statements[statements.length - 1] += part
  }
  return statements.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}
