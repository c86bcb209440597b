import { reset } from '@/lib/dev/launcher/commands/reset'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('development', reset)
