import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Absolute path of the folder that contains package.json. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

const { resolve } = createRequire(import.meta.url)

/** Returns the arguments with which node runs a TypeScript file of the project. */
export function typescriptArguments(file: string, ...args: string[]): string[] {
  return ['--import', pathToFileURL(resolve('tsx')).href, join(PROJECT, file), ...args]
}

/** Returns the arguments with which node runs the executable of an installed package. */
export function packageArguments(bin: string, ...args: string[]): string[] {
  return [join(PROJECT, 'node_modules', bin), ...args]
}
