import { runCommand } from '@/lib/dev/launcher/commands/run-command'
import { seed } from '@/lib/dev/launcher/commands/seed'

await runCommand('development', seed)
