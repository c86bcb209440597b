/** Does nothing. Without this file, Next.js would run the store's instrumentation.ts. */
export function register(): void {}
