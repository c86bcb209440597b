import { runChecks } from '@/lib/dev/launcher/commands/test'
import { createShutdown } from '@/lib/dev/launcher/process/shutdown'
import { checkJourneys } from '@/lib/dev/testing/checks/journeys'

const shutdown = createShutdown()
const steps = [{ name: 'Journeys (Playwright)', run: (folder: string) => checkJourneys(folder, process.argv.slice(2)) }]
const hasPassed = await Promise.race([runChecks(steps), shutdown.requested]).catch(() => false)
await shutdown.stopAll()
process.exit(hasPassed ? 0 : 1)
