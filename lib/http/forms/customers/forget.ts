import { forgetGuestCart } from '@/lib/auth/cart-session'
import { dropSession, noteSignOut } from '@/lib/auth/session-cookie'
import { forgetSentForm } from '../sent-form'

/** Makes the browser forget who was signed in: session, cart, and values typed into the account's forms. */
export async function forgetPerson(): Promise<void> {
  await dropSession()
  await forgetGuestCart()
  await forgetSentForm('/account')
  await noteSignOut()
}
