import { Refused } from '@/components/customers/gate/gate'
import { Button } from '@/components/ui/form/button'
import { Check } from '@/components/ui/form/choice'
import { SelectField, TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { alertIcon } from '@/components/ui/icons'
import { TOKEN_LIFETIMES } from '@/lib/contracts/customers/tokens'
import type { Refusal } from '@/lib/contracts/sent-form'
import { ALL_CUSTOMER_SCOPES, CUSTOMER_SCOPES, scopeField } from '@/lib/domain/customers/scopes'
import { CopyButton } from './copy-client'

const ENDS: Record<(typeof TOKEN_LIFETIMES)[number], string> = {
  30: 'In 30 days',
  90: 'In 90 days',
  365: 'In a year',
  never: 'Never',
}

/** The form that makes an API token. Nothing is ticked at first. */
export function NewToken({ values, refusal }: { values: Record<string, string>; refusal: Refusal | undefined }) {
  const errors = refusal?.fieldErrors ?? {}
  return (
    <form className="slip max-w-[36rem]" action="/account/do/make-token" method="post" noValidate>
      {!refusal?.fieldErrors && <Refused refusal={refusal} />}
      <TextField
        name="name"
        label="Name"
        hint="So that you know it later."
        defaultValue={values.name}
        error={errors.name}
        autoComplete="off"
        maxLength={60}
        required
      />
      <fieldset className="grid gap-2" aria-describedby={errors.scopes ? 'scopes-error' : undefined}>
        <legend className="label pb-2">It may</legend>
        {ALL_CUSTOMER_SCOPES.map((scope) => (
          <Check
            key={scope}
            name={scopeField(scope)}
            value={scope}
            defaultChecked={values[scopeField(scope)] !== undefined}
          >
            <b>{scope}</b> {CUSTOMER_SCOPES[scope]}
          </Check>
        ))}
        {errors.scopes && (
          <p className="error" id="scopes-error">
            <Icon d={alertIcon} /> {errors.scopes}
          </p>
        )}
      </fieldset>
      <SelectField name="ends" label="Ends" defaultValue={values.ends ?? '90'} error={errors.ends}>
        {TOKEN_LIFETIMES.map((days) => (
          <option key={days} value={days}>
            {ENDS[days]}
          </option>
        ))}
      </SelectField>
      <div className="flex gap-3">
        <Button type="submit" tone="accent" className="flex-1">
          Make it
        </Button>
        <a className="btn" href="/account/tokens">
          Cancel
        </a>
      </div>
    </form>
  )
}

/** A token that has just been made. It is never shown again. */
export function MadeToken({ token }: { token: string }) {
  return (
    <div className="slip max-w-[36rem]">
      <p>We keep only a fingerprint of it. A program that has it can do what is ticked here.</p>
      <p className="secret">{token}</p>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={token} />
        <a className="btn" href="/account/tokens">
          I have it
        </a>
      </div>
    </div>
  )
}

/** Stands in for a token that has been shown. */
export function TokenShownBefore() {
  return (
    <div className="slip max-w-[36rem]">
      <p>A token is shown only once, right after it was made. If you did not copy it, revoke it and make another.</p>
      <a className="btn" href="/account/tokens">
        To your tokens
      </a>
    </div>
  )
}
