import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail/send'
import { withdrawalAcknowledgement, withdrawalForShop } from '@/lib/mail/withdrawal'
import { matchWithdrawal, noteAcknowledged } from '@/lib/services/orders/withdrawals'
import { readSettings } from '@/lib/services/settings'
import type { JobData } from '../queues'

/** Matches a withdrawal with its order and sends one of its e-mails: the acknowledgement, or the notice for staff. */
export async function tellOfWithdrawal({ withdrawalId, to }: JobData<'mail.withdrawal'>): Promise<void> {
  const [withdrawal, { trader }] = await Promise.all([matchWithdrawal(withdrawalId), readSettings()])
  if (!withdrawal) throw new Error(`There is no withdrawal ${withdrawalId}`)
  const { SHOP_EMAIL, MAIL_FROM } = env()
  if (to === 'shop') {
    const mail = withdrawalForShop(withdrawal, trader)
    return sendMail({ id: `withdrawal-for-shop-${withdrawalId}`, to: SHOP_EMAIL ?? MAIL_FROM, ...mail })
  }
  if (withdrawal.isMailHeldBack) return
  const mail = withdrawalAcknowledgement(withdrawal, trader)
  await sendMail({ id: `withdrawal-${withdrawalId}`, to: withdrawal.email, ...mail })
  await noteAcknowledged(withdrawalId)
}
