import { ErrorSummary, Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Field, TextField } from '@/components/ui/form/field'
import type { Refusal } from '@/lib/contracts/sent-form'
import { WITHDRAWAL_LENGTHS } from '@/lib/contracts/withdrawal'
import { WITHDRAWAL_WORDS } from '@/lib/domain/orders/withdrawal-words'

const FIELDS = [
  { field: 'name', label: 'name' },
  { field: 'order', label: 'order' },
  { field: 'email', label: 'e-mail' },
  { field: 'part', label: 'part' },
]

/**
 * The first page of a withdrawal, which asks for the name, the order and the e-mail address for the acknowledgement.
 */
export function WithdrawalForm({ values, refusal }: { values: Record<string, string>; refusal: Refusal | undefined }) {
  const errors = refusal?.fieldErrors ?? {}
  return (
    <form className="legal" action="/withdraw/check" method="post" noValidate>
      <div className="legal-head">
        <h1 className="text-d3">{WITHDRAWAL_WORDS.en.link}</h1>
        <p>Within 14 days of the day the last parcel reached you, without a reason. You need no account.</p>
      </div>
      <ErrorSummary errors={FIELDS.filter(({ field }) => errors[field])} />
      {refusal && !refusal.fieldErrors && (
        <Notice tone="danger" live>
          <p>{refusal.message}</p>
        </Notice>
      )}
      <TextField
        name="name"
        label="Your name"
        defaultValue={values.name}
        error={errors.name}
        autoComplete="name"
        maxLength={WITHDRAWAL_LENGTHS.name}
        required
      />
      <TextField
        name="order"
        label="Order"
        hint="Its number. If you do not have it: what you bought, and when."
        defaultValue={values.order}
        error={errors.order}
        autoComplete="off"
        maxLength={WITHDRAWAL_LENGTHS.order}
        required
      />
      <TextField
        name="email"
        label="E-mail for the confirmation"
        defaultValue={values.email}
        error={errors.email}
        type="email"
        autoComplete="email"
        required
      />
      <Field
        name="part"
        label={
          <>
            Only some of the items? <span className="muted">Optional</span>
          </>
        }
        error={errors.part}
      >
        {(wiring) => (
          <textarea
            className="textarea"
            rows={2}
            placeholder="Leave empty for the whole order"
            defaultValue={values.part}
            maxLength={WITHDRAWAL_LENGTHS.part}
            {...wiring}
          />
        )}
      </Field>
      <Button type="submit" tone="ink" size="lg">
        Continue
      </Button>
      <p className="hint">Nothing is withdrawn yet. You can check it on the next page.</p>
    </form>
  )
}
