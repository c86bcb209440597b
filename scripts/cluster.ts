import { cluster } from '@/lib/dev/launcher/commands/cluster'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('production', cluster)
