export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** The midnight (UTC) that began the day: a catalogue made twice on one day is the same. */
export const startOfDay = (now: Date) => new Date(Math.floor(Number(now) / DAY) * DAY)

export const later = (date: Date, milliseconds: number) => new Date(Number(date) + milliseconds)
