import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'

export const mainArguments = ['--import', 'tsx', fileURLToPath(new URL('main.ts', import.meta.url)), '--port=0']

const children = new Set<ChildProcess>()
const directories = new Set<string>()

afterEach(async () => {
  for (const child of children) await kill(child)
  for (const directory of directories) rmSync(directory, { recursive: true })
  children.clear()
  directories.clear()
})

/** Returns a directory that is deleted after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'nexus-mongo-'))
  directories.add(directory)
  return directory
}

/**
 * Starts a node process, which is stopped after the test, and returns its first line of output. If the process ends
 * without printing a line, rejects with its output.
 */
export async function startProcess(args: string[]): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const line = once(child.stdout, 'data').then(([text]) => String(text).trim())
  const end = once(child, 'close').then(([code]) => Promise.reject(new Error(`ended with ${code}: ${said}`)))
  return { child, line: await Promise.race([line, end]) }
}

/** Starts the development server in a separate process, which is stopped after the test. */
export async function startServerProcess(...args: string[]): Promise<{ child: ChildProcess; uri: string }> {
  const { child, line } = await startProcess([...mainArguments, ...args])
  return { child, uri: line.replace('Listening at ', '') }
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
