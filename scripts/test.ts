import { test } from '@/lib/dev/launcher/commands/test'
import { createShutdown } from '@/lib/dev/launcher/process/shutdown'

const shutdown = createShutdown()
const hasPassed = await Promise.race([test(), shutdown.requested]).catch(() => false)
await shutdown.stopAll()
process.exit(hasPassed ? 0 : 1)
