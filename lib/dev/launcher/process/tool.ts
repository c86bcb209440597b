import { PROJECT, packageArguments } from '../project'
import { spawnGuarded } from './guarded-child'

/** Executables of the packages that the launcher runs, as paths in node_modules. */
const BINS = {
  prisma: 'prisma/build/index.js',
  next: 'next/dist/bin/next',
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: 'playwright/cli.js',
} as const

export type Tool = keyof typeof BINS

type ToolOptions = {
  env?: Record<string, string>
  /** `capture` returns the output with the result; `inherit` writes it to the terminal. */
  output?: 'capture' | 'inherit'
}

export type ToolResult = { code: number | null; output: string }

/** Starts a package's executable in the project's folder. It ends when this process ends. */
export function spawnTool(tool: Tool, args: string[], { env, output = 'capture' }: ToolOptions = {}) {
  const stream = output === 'inherit' ? 'inherit' : 'pipe'
  return spawnGuarded(process.execPath, packageArguments(BINS[tool], ...args), {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
    signals: { polite: 'TERM', patienceSeconds: 5, last: 'KILL' },
  })
}

/** Runs a package's executable until it ends. Does not throw if it fails; check the exit code. */
export async function runTool(tool: Tool, args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawnTool(tool, args, options)
  let output = ''
  for (const stream of [child.process.stdout, child.process.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return { code: await child.ended, output }
}
