import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of package.json. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

const { resolve } = createRequire(import.meta.url)

/** The arguments with which node runs a TypeScript file of the project. */
export function typescriptArguments(file: string, ...args: string[]): string[] {
  return ['--import', pathToFileURL(resolve('tsx')).href, join(PROJECT, file), ...args]
}

/** The arguments with which node runs the command line of an installed package: its bin file, then what follows. */
export function packageArguments(bin: string, ...args: string[]): string[] {
  return [join(PROJECT, 'node_modules', bin), ...args]
}
