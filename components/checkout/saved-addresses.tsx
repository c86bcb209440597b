import type { MouseEvent } from 'react'
import type { CheckoutValues } from '@/lib/contracts/checkout/fields'
import type { SavedAddress } from '@/lib/contracts/customers'
import { fullName } from '@/lib/domain/customers/person-name'

/** The field values of a saved address. */
export const valuesOf = ({ address }: SavedAddress): CheckoutValues => ({ ...address, extra: address.extra ?? '' })

/**
 * The addresses that the account keeps. Choosing one fills in the form; without client-side scripts, the page is loaded
 * again with it.
 */
export function SavedAddresses({
  addresses,
  onChoose,
}: {
  addresses: SavedAddress[]
  onChoose: (values: CheckoutValues) => void
}) {
  if (addresses.length === 0) return null
  const choose = (event: MouseEvent, saved: SavedAddress) => {
    // Leave clicks that open a new tab or window to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onChoose(valuesOf(saved))
  }
  return (
    <ul className="flex flex-wrap gap-2 pb-4" aria-label="Your addresses">
      {addresses.map((saved) => (
        <li key={saved.id}>
          <a className="chip" href={`/checkout?address=${saved.id}`} onClick={(event) => choose(event, saved)}>
            <span className="who-name">
              {fullName(saved.address)}, {saved.address.street}, {saved.address.city}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
