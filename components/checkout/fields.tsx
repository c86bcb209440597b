import { Tile } from '@/components/ui/form/choice'
import { SelectField, TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { banknoteIcon, landmarkIcon } from '@/components/ui/icons'
import type { DeliveryMethod, Quote } from '@/lib/contracts/checkout/checkout'
import type { CheckoutField, CheckoutValues } from '@/lib/contracts/checkout/fields'
import { COUNTRY_NAMES, type Country } from '@/lib/domain/shipping/country'
import { dayText } from '@/lib/domain/shipping/day'
import { hasNumericPostcodes } from '@/lib/domain/shipping/postcode'
import { priceOrFree } from '../cart/words'
import { NO_NUMBER } from './words'

export type CheckoutErrors = Partial<Record<CheckoutField, string>>

interface FieldsProps {
  /** Values with which the fields are filled. */
  values: CheckoutValues
  errors: CheckoutErrors
}

/** Returns the props that all text fields of the checkout have: name, initial value and error. */
const wiring = (name: CheckoutField, { values, errors }: FieldsProps) => ({
  name,
  defaultValue: values[name] ?? '',
  error: errors[name],
})

export function EmailField(props: FieldsProps) {
  return (
    <TextField
      {...wiring('email', props)}
      label="E-mail"
      hint="For the confirmation and to find the order again. No account needed."
      type="email"
      autoComplete="email"
      autoCapitalize="off"
      spellCheck={false}
      required
    />
  )
}

/** `isAsking` adds the question about a missing house number to the street. */
export function AddressFields(props: FieldsProps & { country: Country; isAsking: boolean }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField {...wiring('firstName', props)} label="First name" autoComplete="given-name" required />
      <TextField
        {...wiring('lastName', props)}
        label="Last name"
        hint="Leave it empty if you have one name."
        autoComplete="family-name"
      />
      {/* The country comes before the postcode, because the postcode's format and keyboard depend on it. */}
      <SelectField
        name="country"
        label="Country"
        className="sm:col-span-2"
        defaultValue={props.country}
        error={props.errors.country}
        autoComplete="country"
        required
      >
        {Object.entries(COUNTRY_NAMES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        {...wiring('street', props)}
        label="Street and number"
        className="sm:col-span-2"
        hint={props.isAsking && <b className="text-ink">{NO_NUMBER} If this address has none, just order again.</b>}
        autoComplete="address-line1"
        required
      />
      <TextField
        {...wiring('postcode', props)}
        label="Postcode"
        autoComplete="postal-code"
        inputMode={hasNumericPostcodes(props.country) ? 'numeric' : 'text'}
        required
      />
      <TextField {...wiring('city', props)} label="City" autoComplete="address-level2" required />
      <TextField
        {...wiring('extra', props)}
        label="Second line"
        className="sm:col-span-2"
        placeholder="Optional"
        hint="Floor, company, care of."
        autoComplete="address-line2"
      />
    </div>
  )
}

const DELIVERIES: { method: DeliveryMethod; hint: string }[] = [
  { method: 'STANDARD', hint: 'Standard, to the door, tracked' },
  { method: 'EXPRESS', hint: 'Express, to the door, tracked' },
]

export function DeliveryTiles({ quotes, chosen }: { quotes: Record<DeliveryMethod, Quote>; chosen: string }) {
  return (
    <fieldset id="deliveryMethod">
      <legend className="vh">Delivery</legend>
      {DELIVERIES.map(({ method, hint }) => (
        <Tile
          key={method}
          name="deliveryMethod"
          value={method}
          defaultChecked={method === chosen}
          title={dayText(quotes[method].expectedOn)}
          hint={hint}
          aside={priceOrFree(quotes[method].shipping)}
        />
      ))}
    </fieldset>
  )
}

export function PaymentTiles({ chosen }: { chosen: string }) {
  return (
    <fieldset id="paymentMethod">
      <legend className="vh">Payment</legend>
      <Tile
        name="paymentMethod"
        value="BANK_TRANSFER"
        defaultChecked={chosen === 'BANK_TRANSFER'}
        title="Bank transfer"
        hint="We show you the account after you order, and pack when the payment arrives"
        aside={<Icon d={landmarkIcon} />}
      />
      <Tile
        name="paymentMethod"
        value="ON_DELIVERY"
        defaultChecked={chosen === 'ON_DELIVERY'}
        title="On delivery"
        hint="You pay when it is delivered"
        aside={<Icon d={banknoteIcon} />}
      />
    </fieldset>
  )
}
