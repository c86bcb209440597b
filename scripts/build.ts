import { build } from '@/lib/dev/launcher/commands/build'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('production', build)
