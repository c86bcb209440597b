'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Counts visits to a page that the router only hides when one leaves: what it is the key of begins anew with each, so
 * that the next order is not sent as the last one.
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
