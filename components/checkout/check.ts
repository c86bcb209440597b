import { checkoutFieldOf } from '@/lib/contracts/checkout/fields'
import type { CheckoutErrors } from './fields'

/**
 * What the server would say of the fields, by the same contract. The contract and its parser are fetched when somebody
 * begins to type; where they cannot be had, the server alone says it.
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
