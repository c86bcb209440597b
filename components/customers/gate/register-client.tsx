'use client'

import { type ReactNode, useState } from 'react'
import { ErrorSummary } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Check } from '@/components/ui/form/choice'
import { TextField } from '@/components/ui/form/field'
import type { Refusal } from '@/lib/contracts/sent-form'
import { PasswordField } from './fields-client'
import { Carried, Refused } from './gate'

const FIELDS = [
  { field: 'email', label: 'e-mail' },
  { field: 'name', label: 'name' },
  { field: 'password', label: 'password' },
]

/** The form that makes an account. Also works without client-side scripts. */
export function RegisterForm({
  values,
  refusal,
  children,
}: {
  values: Record<string, string>
  refusal: Refusal | undefined
  /** Other ways to make an account, below the form. */
  children?: ReactNode
}) {
  const [own, setOwn] = useState({ email: values.email ?? '', name: values.name ?? '' })
  const errors = refusal?.fieldErrors ?? {}
  return (
    <>
      <h1 className="text-d3">Make an account</h1>
      <p>It keeps your orders, addresses and lists.</p>
      <ErrorSummary errors={FIELDS.filter(({ field }) => errors[field])} />
      {refusal && !refusal.fieldErrors && <Refused refusal={refusal} />}
      <form className="grid gap-4" action="/register/do/start" method="post" noValidate>
        <Carried values={values} names={['to']} />
        <TextField
          name="email"
          label="E-mail"
          type="email"
          defaultValue={values.email}
          error={errors.email}
          onChange={({ target }) => setOwn({ ...own, email: target.value })}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
        <TextField
          name="name"
          label="Your name"
          hint="How we address you. Parcels can bear another."
          defaultValue={values.name}
          error={errors.name}
          onChange={({ target }) => setOwn({ ...own, name: target.value })}
          autoComplete="name"
          maxLength={100}
          required
        />
        <PasswordField
          label="Password"
          name="password"
          hint="At least 12 characters. Four words in a row do it."
          error={errors.password}
          strength={{ ownWords: [own.email, own.name, 'Nexus'] }}
          autoComplete="new-password"
          required
        />
        <Check name="news" value="yes" defaultChecked={values.news === 'yes'}>
          Mail me news, at most twice a month
        </Check>
        <Button type="submit" tone="accent">
          Make my account
        </Button>
      </form>
      {children}
      <p className="slip-foot">
        The{' '}
        <a className="more" href="/help/terms">
          terms
        </a>{' '}
        apply. What we keep is in{' '}
        <a className="more" href="/help/privacy">
          privacy
        </a>
        . You have an account?{' '}
        <a className="more" href="/sign-in">
          Sign in
        </a>
      </p>
    </>
  )
}
