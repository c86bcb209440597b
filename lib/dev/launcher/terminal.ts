export type Progress = { done: number; total: number; what: string }

const BAR_WIDTH = 24
const QUIET_STEPS = 4

/**
 * Returns functions that print steps and progress bars. If the stream is not a terminal, they print a few plain lines
 * instead.
 */
export function createTerminal(stream: NodeJS.WriteStream = process.stdout) {
  const began = Date.now()
  const isLive = stream.isTTY === true
  let hasOpenLine = false

  function write(line: string) {
    if (hasOpenLine) stream.write('\r\x1b[K')
    hasOpenLine = false
    stream.write(`${line}\n`)
  }
  return {
    /** Prints a finished step or a notice. */
    step: (text: string) => write(`◦ ${text}`),
    line: write,
    elapsed: () => seconds(Date.now() - began),
    /** Shows the progress of a long step. The returned function can be called often. */
    progress() {
      let shown = -1
      return ({ done, total, what }: Progress) => {
        const part = total > 0 ? Math.min(done / total, 1) : 0
        if (isLive) {
          const filled = Math.round(part * BAR_WIDTH)
          const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
          stream.write(`\r\x1b[K◦ ${what} ${bar} ${count(done)} of ${count(total)}`)
          hasOpenLine = true
          return
        }
        const step = Math.floor(part * QUIET_STEPS)
        if (step > shown && step < QUIET_STEPS) write(`◦ ${what}: ${count(done)} of ${count(total)}`)
        shown = Math.max(shown, step)
      }
    },
  }
}

export type Terminal = ReturnType<typeof createTerminal>

const count = (value: number) => value.toLocaleString('en-US')

/** Formats milliseconds: 850 → '0.9 s', 75000 → '75 s'. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`
}
