import { PROJECT, packageArguments } from '../project'
import { spawnGuarded } from './guarded-child'

/** Executables that the launcher runs, by name, as paths in node_modules. */
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
  /** `capture`: the output is returned with the result. `inherit`: it goes to the terminal. */
  output?: 'capture' | 'inherit'
}

export type ToolResult = { code: number | null; output: string }

/** Starts an executable of an installed package in the project folder. It cannot outlive this process. */
export function spawnTool(tool: Tool, args: string[], { env, output = 'capture' }: ToolOptions = {}) {
  const stream = output === 'inherit' ? 'inherit' : 'pipe'
  return spawnGuarded(process.execPath, packageArguments(BINS[tool], ...args), {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
    signals: { polite: 'TERM', patienceSeconds: 5, last: 'KILL' },
  })
}

/** Runs an executable of an installed package until it ends. Does not throw if that fails: check the exit code. */
export async function runTool(tool: Tool, args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawnTool(tool, args, options)
  let output = ''
  for (const stream of [child.process.stdout, child.process.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return { code: await child.ended, output }
}
