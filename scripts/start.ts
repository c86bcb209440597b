import { runCommand } from '@/lib/dev/launcher/commands/run-command'
import { start } from '@/lib/dev/launcher/commands/start'

await runCommand('production', start)
