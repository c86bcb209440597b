import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Check } from '@/components/ui/form/choice'
import { SelectField, TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { plusIcon } from '@/components/ui/icons'
import type { SavedAddress } from '@/lib/contracts/customers'
import type { Refusal } from '@/lib/contracts/sent-form'
import { fullName } from '@/lib/domain/customers/person-name'
import { COUNTRY_NAMES, countryName } from '@/lib/domain/shipping/country'
import { PostButton } from './parts'

/** A person's addresses as cards, the default first, and a card that adds one. */
export function Addresses({ addresses }: { addresses: SavedAddress[] }) {
  return (
    <ul className="addrs">
      {addresses.map((saved) => (
        <li key={saved.id} className="addr">
          <AddressCard saved={saved} />
        </li>
      ))}
      <li className="addr is-new">
        <a className="addr-add" href="/account/addresses/edit">
          <Icon d={plusIcon} />
          <b className="font-display text-d5">Add an address</b>
        </a>
      </li>
    </ul>
  )
}

function AddressCard({ saved }: { saved: SavedAddress }) {
  const { id, address, isDefault, isInvoiceDefault } = saved
  const { street, extra, postcode, city, country } = address
  return (
    <>
      {(isDefault || isInvoiceDefault) && (
        <p className="addr-marks">
          {isDefault && <Badge tone="ink">Delivery</Badge>}
          {isInvoiceDefault && <Badge tone="ink">Invoice</Badge>}
        </p>
      )}
      <p className="font-bold who-name">{fullName(address)}</p>
      <p className="who-name">
        {street}
        <br />
        {extra && (
          <>
            {extra}
            <br />
          </>
        )}
        {postcode} {city}
        <br />
        {countryName(country)}
      </p>
      <div className="addr-foot">
        <a className="btn btn-sm" href={`/account/addresses/edit?id=${id}`} aria-label={`Edit ${street}`}>
          Edit
        </a>
        <PostButton form="delete-address" fields={{ id }}>
          <button className="btn btn-quiet btn-sm" type="submit" aria-label={`Delete ${street}`}>
            Delete
          </button>
        </PostButton>
      </div>
    </>
  )
}

/** Says that an address was deleted, with a button that puts it back. */
export function AddressDeleted({ values }: { values: Record<string, string> }) {
  const { newDefault, ...address } = values
  return (
    <Notice tone="good" live className="mb-6">
      <p>
        <b>{values.street} is deleted.</b> {newDefault && `${newDefault} is your delivery address now. `}Orders on their
        way keep the address that they have.
      </p>
      <div className="pt-2">
        <PostButton form="address" fields={address}>
          <button className="btn btn-sm" type="submit">
            Undo
          </button>
        </PostButton>
      </div>
    </Notice>
  )
}

/** The form that adds or changes an address. Its fields have the order of the checkout’s. */
export function AddressForm({ values, refusal }: { values: Record<string, string>; refusal: Refusal | undefined }) {
  const errors = refusal?.fieldErrors ?? {}
  const field = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] })
  return (
    <form className="slip max-w-[36rem]" action="/account/do/address" method="post" noValidate>
      {values.id && <input type="hidden" name="id" value={values.id} />}
      {refusal && (
        <Notice tone="danger" live>
          <p>{refusal.message}</p>
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('firstName')} label="First name" autoComplete="given-name" />
        <TextField {...field('lastName')} label="Last name" autoComplete="family-name" />
        <SelectField
          name="country"
          label="Country"
          className="sm:col-span-2"
          defaultValue={values.country ?? 'DE'}
          error={errors.country}
          autoComplete="country"
        >
          {Object.entries(COUNTRY_NAMES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          {...field('street')}
          label="Street and number"
          className="sm:col-span-2"
          autoComplete="address-line1"
        />
        <TextField
          {...field('extra')}
          label="Second line"
          hint="Floor, door, care of. Optional."
          className="sm:col-span-2"
          autoComplete="address-line2"
        />
        <TextField {...field('postcode')} label="Postcode" autoComplete="postal-code" />
        <TextField {...field('city')} label="City" autoComplete="address-level2" />
      </div>
      <Check name="isDefault" value="yes" defaultChecked={values.isDefault === 'yes'}>
        Deliver here unless I say otherwise
      </Check>
      <Check name="isInvoiceDefault" value="yes" defaultChecked={values.isInvoiceDefault === 'yes'}>
        Use it on invoices
      </Check>
      <div className="flex gap-3">
        <Button type="submit" tone="accent" className="flex-1">
          Save
        </Button>
        <a className="btn" href="/account/addresses">
          Cancel
        </a>
      </div>
    </form>
  )
}
