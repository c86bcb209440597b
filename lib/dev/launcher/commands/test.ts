import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, ofOne, sum } from '@/lib/dev/testing/checks/count'
import { STEPS } from '@/lib/dev/testing/checks/steps'
import { seconds } from '../terminal'

/** npm test: every check of the project, one after the other. Tells whether all of them passed. */
export async function test(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'nexus-checks-'))
  chmodSync(folder, 0o711) // Postgres may run under another account
  const results: { line: string; count: Count }[] = []
  try {
    for (const [index, { name, run }] of STEPS.entries()) {
      console.log(`\n[${index + 1} of ${STEPS.length}] ${name}`)
      const began = Date.now()
      const count = await run(folder).catch((error: unknown) => {
        console.error(error)
        return ofOne(false)
      })
      const line = `${name}: ${count.passed} passed, ${count.failed} failed, ${seconds(Date.now() - began)}`
      console.log(line)
      results.push({ line, count })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${results.map(({ line }) => `  ${line}`).join('\n')}\n`)
  const { passed, failed } = sum(results.map(({ count }) => count))
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0
}
