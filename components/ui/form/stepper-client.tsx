'use client'

import clsx from 'clsx'
import { type KeyboardEvent, useState } from 'react'
import { Icon } from '../icon'
import { minusIcon, plusIcon } from '../icons'

/**
 * A number field for a quantity. Once scripts run, it has buttons on both sides. Calls `onChange` only with valid whole
 * numbers, when a button is pressed or typing has finished.
 */
export function Stepper({
  label = 'Quantity',
  name = 'quantity',
  value = 1,
  min = 1,
  max = 99,
  size = 'md',
  disabled = false,
  onChange,
  form,
}: {
  label?: string
  name?: string
  value?: number
  min?: number
  max?: number
  size?: 'sm' | 'md' | 'lg'
  disabled?: boolean
  onChange?: (quantity: number) => void
  form?: string
}) {
  const [text, setText] = useState(String(value))
  const [known, setKnown] = useState(value)
  // A new value of the prop, for example from the server's answer, replaces the typed text.
  if (known !== value) {
    setKnown(value)
    setText(String(value))
  }
  const typed = /^\d{1,9}$/.test(text.trim()) ? Number(text) : value
  const quantity = Math.min(max, Math.max(min, typed))

  const change = (next: number) => {
    const within = Math.min(max, Math.max(min, next))
    setText(String(within))
    if (within !== value || within !== quantity) onChange?.(within)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onChange) return
    event.preventDefault()
    change(quantity)
  }
  const step = (by: number, name: string, d: string, atEnd: boolean) => (
    <button
      type="button"
      className="needs-script"
      aria-label={name}
      disabled={disabled || atEnd}
      onClick={() => change(quantity + by)}
    >
      <Icon d={d} />
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend
    <div className={clsx('stepper', size !== 'md' && `is-${size}`)} role="group" aria-label={label}>
      {step(-1, 'One less', minusIcon, quantity <= min)}
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        name={name}
        form={form}
        min={min}
        max={max}
        step={1}
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => change(quantity)}
        onKeyDown={onKeyDown}
      />
      {step(1, 'One more', plusIcon, quantity >= max)}
    </div>
  )
}
