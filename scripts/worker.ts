import { runCommand } from '@/lib/dev/commands/run-command'
import { worker } from '@/lib/dev/commands/worker'

await runCommand('production', worker)
