'use client'

import { useEffect } from 'react'
import { meStore } from '@/components/customers/who/me-store'
import { joinDeviceHearts } from './hearts'

/** Puts the hearts that a guest gave on this device on their list, once they are signed in. Shows nothing. */
export function JoinHearts() {
  useEffect(() => {
    let isJoining = false
    const join = async () => {
      if (isJoining) return
      isJoining = true
      await joinDeviceHearts()
      isJoining = false
    }
    void join()
    return meStore.subscribe(join)
  }, [])
  return null
}
