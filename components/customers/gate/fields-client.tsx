'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { eyeIcon } from '@/components/ui/icons'
import { Meter } from '@/components/ui/meter'
import { strengthOf } from '@/lib/domain/customers/password-strength'

interface PasswordProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  label: ReactNode
  name: string
  error?: string
  hint?: ReactNode
  /** Shows how strong the typed password is, with the person's own words that it should not contain. */
  strength?: { ownWords: readonly string[] }
}

/** A password field with a button that shows what was typed. Paste is allowed, as password managers need it. */
export function PasswordField({ label, name, error, hint, strength, ...input }: PasswordProps) {
  const [isShown, setShown] = useState(false)
  const [typed, setTyped] = useState('')
  return (
    <div className="grid gap-2">
      <Field {...{ label, name, error, hint }}>
        {(wiring) => (
          <span className="affix">
            <input
              className="input"
              {...wiring}
              {...input}
              type={isShown ? 'text' : 'password'}
              autoCapitalize="off"
              spellCheck={false}
              onChange={({ target }) => setTyped(target.value)}
            />
            <button
              className="peek needs-script"
              type="button"
              aria-label="Show password"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              <Icon d={eyeIcon} />
            </button>
          </span>
        )}
      </Field>
      {strength && typed && <Strength typed={typed} ownWords={strength.ownWords} />}
    </div>
  )
}

function Strength({ typed, ownWords }: { typed: string; ownWords: readonly string[] }) {
  const { step, word, advice } = strengthOf(typed, ownWords)
  return (
    <div className="strength">
      <Meter value={step} max={4} label={`Password strength: ${word}`} low={step < 3} steps />
      <p className="hint" role="status">
        <b>{word}.</b> {advice}
      </p>
    </div>
  )
}
