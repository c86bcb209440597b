/** Does nothing. Without this file, Next.js would take the store's. */
export function register(): void {}
