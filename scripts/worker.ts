import { runCommand } from '@/lib/dev/launcher/commands/run-command'
import { worker } from '@/lib/dev/launcher/commands/worker'

await runCommand('production', worker)
