'use client'

import clsx from 'clsx'
import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from 'react'
import { typedQuantity } from '@/lib/domain/cart'
import { Icon } from '../icon'
import { minusIcon, plusIcon } from '../icons'

export interface StepperHandle {
  /** Ends typing. Returns false if the typed text is not a number from `min` to `max`. */
  settle: () => boolean
}

/**
 * A number field for a quantity. Once scripts run, it has buttons on both sides. What is typed counts when typing has
 * finished: `onChange` gets whole numbers from `min`, even above `max` or equal to `value`; `onRefuse` gets smaller
 * ones, or null for any other text, and the field shows `value` again.
 */
export function Stepper({
  label = 'Quantity',
  name = 'quantity',
  value,
  min = 1,
  max = 99,
  size = 'md',
  disabled = false,
  submits = false,
  onChange,
  onRefuse,
  describedBy,
  ref,
}: {
  label?: string
  name?: string
  value: number
  min?: number
  max?: number
  size?: 'sm' | 'md' | 'lg'
  disabled?: boolean
  /** Whether Enter submits the form, if the typed number is possible. */
  submits?: boolean
  onChange: (quantity: number) => void
  onRefuse: (typed: number | null) => void
  /** Id of the text that says why a typed quantity was not taken. */
  describedBy?: string
  ref?: Ref<StepperHandle>
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const typed = draft === null ? value : typedQuantity(draft)
  const shown = typed ?? value

  const settle = () => {
    if (draft === null) return true
    setDraft(null)
    if (typed === null || typed < min) onRefuse(typed)
    else onChange(typed)
    return typed !== null && typed >= min && typed <= max
  }
  useImperativeHandle(ref, () => ({ settle }))
  const change = (by: number) => {
    setDraft(null)
    const next = shown > max ? shown : Math.min(max, Math.max(min, shown + by))
    if (next !== value) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!settle() || !submits)) event.preventDefault()
  }
  const step = (by: number, name: string, d: string, atEnd: boolean) => (
    <button
      type="button"
      className="needs-script"
      aria-label={name}
      disabled={disabled || atEnd}
      // A button that takes the focus would end typing first, and then change the result once more.
      onMouseDown={(event) => draft !== null && event.preventDefault()}
      onClick={() => change(by)}
    >
      <Icon d={d} />
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend
    <div className={clsx('stepper', size !== 'md' && `is-${size}`)} role="group" aria-label={label}>
      {step(-1, 'One less', minusIcon, shown <= min)}
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        aria-describedby={describedBy}
        name={name}
        min={min}
        max={max}
        step={1}
        value={draft ?? String(value)}
        disabled={disabled}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      {step(1, 'One more', plusIcon, shown >= max)}
    </div>
  )
}
