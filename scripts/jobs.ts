import { jobs } from '@/lib/dev/launcher/commands/jobs'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('production', jobs)
