import { runCommand } from '@/lib/dev/commands/run-command'
import { start } from '@/lib/dev/commands/start'

await runCommand('production', start)
