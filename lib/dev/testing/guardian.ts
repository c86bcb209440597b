import { spawnGuarded } from '../launcher/process/guarded-child'

// A launcher that tests kill. Starts a child and a grandchild, prints their process ids, and waits.
const CHILD = 'sleep 300 & echo "$$ $!"; wait'
const child = spawnGuarded('/bin/sh', ['-c', CHILD], {
  stdio: ['ignore', 'pipe', 'inherit'],
  signals: { polite: 'TERM', patienceSeconds: 1, last: 'KILL' },
})
child.process.stdout?.pipe(process.stdout)
process.on('SIGTERM', () => child.stop().then(() => process.exit(0)))
