export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Logs a failure of background work. */
export const logFailure = (what: string, error: unknown): void => console.error(`[jobs] ${what}: ${messageOf(error)}`)
