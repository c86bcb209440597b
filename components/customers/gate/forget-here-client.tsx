'use client'

import { useEffect } from 'react'

/**
 * Deletes what this browser keeps about shopping, so that the next person at it sees none of it. Only after a sign-out,
 * which leaves a cookie for this page; a link from elsewhere deletes nothing.
 */
export function ForgetHere() {
  useEffect(() => {
    if (!/(?:^|;\s*)shop\.out=yes/.test(document.cookie)) return
    // biome-ignore lint/suspicious/noDocumentCookie: not all browsers have the Cookie Store API yet
    document.cookie = 'shop.out=; path=/sign-in/out; max-age=0'
    try {
      const theme = localStorage.getItem('theme')
      localStorage.clear()
      if (theme) localStorage.setItem('theme', theme)
      sessionStorage.clear()
    } catch {
      // Storage is unavailable, so there is nothing to delete.
    }
  }, [])
  return null
}
