export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Logs that background work failed. */
export const logFailure = (what: string, error: unknown): void => console.error(`[jobs] ${what}: ${messageOf(error)}`)
