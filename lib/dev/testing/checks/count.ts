import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Numbers of passed and failed checks. */
export type Count = { passed: number; failed: number }

export const ofOne = (hasPassed: boolean): Count => ({ passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 })

export const sum = (counts: Count[]): Count =>
  counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 })

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Counts the tests in Vitest's JSON report. A skipped test and a file that cannot be loaded count as one failure each.
 */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, success, testResults } = vitestSchema.parse(report)
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  const failed = numFailedTests + numPendingTests + broken.length
  return { passed: numPassedTests, failed: success ? failed : Math.max(failed, 1) }
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** Counts the tests in Playwright's JSON report. Skipped tests and errors outside tests count as failures. */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = playwrightSchema.parse(report)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length }
}

/** Counts the tests in a report file. A missing or malformed file counts as one failure. */
export function countFile(file: string, count: (report: unknown) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return ofOne(false)
  }
}
