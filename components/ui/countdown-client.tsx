'use client'

import { useSyncExternalStore } from 'react'

const subscribe = (tick: () => void) => {
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}
const now = () => Math.floor(Date.now() / 1000)
const onServer = () => 0

/**
 * The time left until `until` (ISO 8601), as flip numbers. For display only, because the server decides when a sale
 * ends. Shows dots until scripts run, so the text beside it should say when the sale ends.
 */
export function Countdown({ until }: { until: string }) {
  const seconds = useSyncExternalStore(subscribe, now, onServer)
  const left = Math.max(0, Math.floor(new Date(until).getTime() / 1000) - seconds)
  const days = Math.floor(left / 86_400)
  const parts: [number, string][] = [
    [Math.floor(left / 3600) % 24, 'hours'],
    [Math.floor(left / 60) % 60, 'minutes'],
    [left % 60, 'seconds'],
  ]
  if (days > 0) parts.unshift([days, days === 1 ? 'day' : 'days'])
  return (
    <div className="clock" role="timer" aria-label="Time left">
      {(seconds === 0 ? BEFORE : parts).map(([value, name]) => (
        <span key={name}>
          <b>{value === null ? '··' : String(value).padStart(2, '0')}</b> {name}
        </span>
      ))}
    </div>
  )
}

const BEFORE: [null, string][] = [
  [null, 'hours'],
  [null, 'minutes'],
  [null, 'seconds'],
]
