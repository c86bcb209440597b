'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Returns the number of the current visit to a page. The router hides a page that is left instead of removing it. With
 * this number as its key, the form starts anew on each visit; otherwise the next order would count as a repetition of
 * the last.
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
