'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Counts visits to a page that the router only hides when the shopper leaves. Used as a key, it resets the form for
 * each visit, so that the next order is not taken for a repetition of the last one.
 */
export function useVisit(): number {
  const [visit, setVisit] = useState(0)
  const wasLeft = useRef(false)
  useEffect(() => {
    if (wasLeft.current) setVisit((count) => count + 1)
    wasLeft.current = false
    return () => {
      wasLeft.current = true
    }
  }, [])
  return visit
}
