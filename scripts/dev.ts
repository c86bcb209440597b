import { dev } from '@/lib/dev/commands/dev'
import { runCommand } from '@/lib/dev/commands/run-command'

await runCommand('development', dev)
