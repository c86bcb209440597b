import { migrate } from '@/lib/dev/launcher/commands/migrate'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('production', migrate)
