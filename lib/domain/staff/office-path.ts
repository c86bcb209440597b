import { returnPath } from '../customers/return-path'

export const OFFICE = '/admin'

/** Returns the page of the office to which somebody wants to go; its first page if they name none. */
export function officePath(wanted: unknown): string {
  const path = returnPath(wanted)
  const isOffice = path === OFFICE || /^\/admin[/?#]/.test(path)
  return isOffice && !/^\/admin\/(sign-in|invitation|do)(\/|\?|#|$)/.test(path) ? path : OFFICE
}
