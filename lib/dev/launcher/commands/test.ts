import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, ofOne, sum } from '@/lib/dev/testing/checks/count'
import type { Step } from '@/lib/dev/testing/checks/steps'
import { seconds } from '../terminal'

/**
 * Runs the steps one after another and prints the number and duration of each. Returns whether all checks passed. The
 * last line of output is always `N passed, N failed`.
 */
export async function runChecks(steps: Step[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-checks-'))
  chmodSync(folder, 0o711) // Postgres may run under another account
  const startedAt = Date.now()
  const results: { line: string; count: Count }[] = []
  try {
    for (const [index, { name, run }] of steps.entries()) {
      const stepStartedAt = Date.now()
      const soFar = index > 0 ? `, ${seconds(stepStartedAt - startedAt)} so far` : ''
      console.log(`\n[${index + 1} of ${steps.length}] ${name}${soFar}`)
      const count = await run(folder).catch((error: unknown) => {
        console.error(error)
        return ofOne(false)
      })
      const line = `${name}: ${count.passed} passed, ${count.failed} failed, ${seconds(Date.now() - stepStartedAt)}`
      console.log(line)
      results.push({ line, count })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${results.map(({ line }) => `  ${line}`).join('\n')}`)
  console.log(`  All together: ${seconds(Date.now() - startedAt)}\n`)
  const { passed, failed } = sum(results.map(({ count }) => count))
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0
}
