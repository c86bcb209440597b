import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../launcher/project'

const TYPES_FILE = join(PROJECT, 'next-env.d.ts')

/**
 * Saves the content of next-env.d.ts, which refers to the latest build folder, and returns a function that restores it.
 */
export function restoreTypesFile(): () => void {
  const before = existsSync(TYPES_FILE) ? readFileSync(TYPES_FILE) : null
  return () => {
    if (before) writeFileSync(TYPES_FILE, before)
  }
}
