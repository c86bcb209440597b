/** Does nothing. Without this file, Next.js would use the store's. */
export function register(): void {}
