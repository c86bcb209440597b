import { CHECKOUT_FIELDS, type CheckoutValues } from '@/lib/contracts/checkout/fields'

const KEY = 'nexus-checkout'

/** Returns the form's current values, including those that the browser filled in. */
export function typedIn(form: HTMLFormElement): CheckoutValues {
  const data = new FormData(form)
  return Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, String(data.get(name) ?? '')]))
}

/** Stores the form's current values for this tab, so that a reload loses nothing. Returns them. */
export function keepTyped(form: HTMLFormElement): CheckoutValues {
  const values = typedIn(form)
  try {
    sessionStorage.setItem(KEY, JSON.stringify(values))
  } catch {
    // Storage is unavailable, but the form itself still has the values.
  }
  return values
}

/** Restores stored values in fields that still have their initial value. */
export function restoreTyped(form: HTMLFormElement): void {
  const kept = readTyped()
  for (const name of CHECKOUT_FIELDS) {
    const value = kept[name]
    const field = form.elements.namedItem(name)
    if (!value || !field) continue
    if (field instanceof HTMLInputElement && field.value === field.defaultValue) field.value = value
    else if (field instanceof RadioNodeList) field.value = value
    else if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value
  }
}

function readTyped(): CheckoutValues {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const entries = Object.entries(kept)
    return Object.fromEntries(
      CHECKOUT_FIELDS.flatMap((name) => entries.filter(([key, value]) => key === name && typeof value === 'string')),
    )
  } catch {
    return {}
  }
}
