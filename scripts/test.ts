import { runChecks } from '@/lib/dev/launcher/commands/test'
import { createShutdown } from '@/lib/dev/launcher/process/shutdown'
import { STEPS } from '@/lib/dev/testing/checks/steps'

const shutdown = createShutdown()
const hasPassed = await Promise.race([runChecks(STEPS), shutdown.requested]).catch(() => false)
await shutdown.stopAll()
process.exit(hasPassed ? 0 : 1)
