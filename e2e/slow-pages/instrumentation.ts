/** Nothing: without a file of its own here, Next.js takes the store's. */
export function register(): void {}
