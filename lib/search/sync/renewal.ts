import type { Feed } from './feed'

/** Maximum age of the snapshot if many products have changed since it was written, and if few have. */
const RENEW_BUSY_MS = 15 * 60 * 1000
const RENEW_QUIET_MS = 12 * 60 * 60 * 1000

/** Returns whether a new worker should replace this one, because the index is fragmented or its snapshot is too old. */
export function needsRenewal({ index, version }: Feed, snapshotAge: number): boolean {
  if (index.fragmentedRows > 500 + index.rows / 4) return true
  return version > 0 && snapshotAge > (version > index.rows / 50 ? RENEW_BUSY_MS : RENEW_QUIET_MS)
}
