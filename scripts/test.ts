import { test } from '@/lib/dev/commands/test'
import { createShutdown } from '@/lib/dev/shutdown'

const shutdown = createShutdown()
const hasPassed = await Promise.race([test(), shutdown.requested]).catch(() => false)
await shutdown.stopAll()
process.exit(hasPassed ? 0 : 1)
