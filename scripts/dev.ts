import { dev } from '@/lib/dev/launcher/commands/dev'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('development', dev)
