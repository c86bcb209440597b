import { checkoutFieldOf } from '@/lib/contracts/checkout/fields'
import type { CheckoutErrors } from './fields'

/**
 * Validates the form in the browser with the schema that the server uses, which loads when the shopper starts typing.
 * Returns no errors if it cannot be loaded; then only the server validates.
 */
export async function checkFields(form: HTMLFormElement): Promise<CheckoutErrors> {
  const contract = await import('@/lib/contracts/checkout/form').catch(() => null)
  if (!contract) return {}
  const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
  const result = contract.checkoutFormSchema.safeParse(fields)
  const errors: CheckoutErrors = {}
  for (const { path, message } of result.error?.issues ?? []) {
    const field = checkoutFieldOf(path.join('.'))
    if (field) errors[field] ??= message
  }
  return errors
}
