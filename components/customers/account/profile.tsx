import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import type { ProfileView } from '@/lib/contracts/customers'
import type { Refusal } from '@/lib/contracts/sent-form'
import { Pane, PostButton } from './parts'

const KINDS = [
  { notice: 'back_in_stock', name: 'Back in stock', note: 'Only what you asked for' },
  { notice: 'price_drop', name: 'Cheaper', note: 'When something on a list truly fell' },
  { notice: 'review_question', name: 'How was it?', note: 'One question, 7 days after a delivery' },
  { notice: 'news', name: 'News', note: 'At most twice a month' },
]

/** A person's name and e-mail address, and what they get by mail. */
export function Profile({
  profile,
  values,
  refusal,
}: {
  profile: ProfileView
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  const errors = refusal?.fieldErrors ?? {}
  return (
    <div className="duo">
      <Pane title="You">
        <form className="grid gap-4" action="/account/do/name" method="post" noValidate>
          <TextField
            name="name"
            label="Name"
            defaultValue={values.name ?? profile.name}
            error={errors.name}
            autoComplete="name"
            maxLength={100}
            required
          />
          <Button type="submit" tone="accent" className="justify-self-start">
            Save
          </Button>
        </form>
        <Email profile={profile} typed={values.email} error={errors.email} />
      </Pane>
      <Pane title="What we write to you" id="notices">
        <ul className="rows is-flush is-notices">
          <Always name="Orders and parcels" note="Confirmation, on the van, there, money back" />
          <Always name="Security" note="New devices, password and passkeys" />
          {KINDS.map(({ notice, name, note }) => (
            <Kind key={notice} {...{ notice, name, note }} isOn={isOn(profile, notice)} />
          ))}
        </ul>
        <p className="hint">Each of these mails has a link that switches it off with one press.</p>
      </Pane>
    </div>
  )
}

const isOn = ({ wantsNews, muted }: ProfileView, notice: string) =>
  notice === 'news' ? wantsNews : !muted.includes(notice)

function Email({ profile, typed, error }: { profile: ProfileView; typed: string | undefined; error?: string }) {
  const { email, newEmail } = profile
  return (
    <div className="grid gap-3" id="email-change">
      <div className="field">
        <span className="label">E-mail</span>
        <p className="as">
          <b className="who-name">{email}</b>
        </p>
      </div>
      {newEmail ? (
        <Notice tone="info">
          <p>
            <b className="who-name">Waiting for {newEmail}.</b> We sent a link there, good for 30 minutes. Until then
            everything stays with the old address.
          </p>
          <div className="flex flex-wrap gap-3 pt-2">
            <PostButton form="email" fields={{ email: newEmail }}>
              <button className="btn btn-sm" type="submit">
                Send again
              </button>
            </PostButton>
            <PostButton form="keep-email">
              <button className="btn btn-quiet btn-sm" type="submit">
                Keep the old one
              </button>
            </PostButton>
          </div>
        </Notice>
      ) : (
        <form className="grid gap-3" action="/account/do/email" method="post" noValidate>
          <TextField
            name="email"
            label="New e-mail"
            hint="It counts once its link is pressed. Both addresses are told."
            type="email"
            defaultValue={typed}
            error={error}
            autoComplete="email"
            autoCapitalize="off"
            required
          />
          <Button type="submit" className="justify-self-start">
            Change the e-mail
          </Button>
        </form>
      )}
    </div>
  )
}

function Always({ name, note }: { name: string; note: string }) {
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="hint">{note}</p>
      </div>
      <span className="muted">Always</span>
    </li>
  )
}

function Kind({ notice, name, note, isOn }: { notice: string; name: string; note: string; isOn: boolean }) {
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="hint">{note}</p>
      </div>
      <PostButton form="notice" fields={{ notice, ...(!isOn && { isOn: 'yes' }) }}>
        <button className="btn btn-sm" type="submit" role="switch" aria-checked={isOn} aria-label={`${name}, by mail`}>
          {isOn ? 'On' : 'Off'}
        </button>
      </PostButton>
    </li>
  )
}
