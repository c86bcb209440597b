import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import type { ProviderIdentity } from '@/lib/contracts/customers/providers'
import { ALL_CUSTOMER_SCOPES } from '@/lib/domain/customers/scopes'
import { PERMISSIONS, type Permission, SHIPPED_ROLES } from '@/lib/domain/staff/permissions'
import type { Operation } from './operation'

// Who may use which operation. An operation that this table does not know fails the test. Whether somebody may touch a
// certain record is the service's business, and is tested there: services look it up by its owner.

const NOBODY: Actor = {
  cartId: null,
  guestCartId: null,
  visitorId: null,
  address: '203.0.113.7',
  userAgent: '',
  country: null,
  deviceId: null,
  customer: null,
  token: null,
  staff: null,
}
const ID = '00000000-0000-4000-8000-000000000000'
const _IDENTITY: ProviderIdentity = {
  provider: 'google',
  providerAccountId: '1',
  email: 'ines@example.com',
  isEmailVerified: true,
  name: 'Ines',
}
const signedIn = (minutesAgo: number): Actor => ({
  ...NOBODY,
  cartId: ID,
  customer: {
    userId: ID,
    sessionId: ID,
    email: 'ines@example.com',
    name: 'Ines',
    authAt: new Date(Date.now() - minutesAgo * 60_000),
  },
})

const IDENTITY: Actor['identity'] = {
  ...{ provider: 'google', providerAccountId: '1001', name: 'Ines' },
  ...{ email: 'ines@example.com', isEmailVerified: true },
}
/** A member of staff. `aal` is the number of factors that they showed. */
const working = (
  permissions: readonly Permission[],
  { minutesAgo = 1, aal = 2, isOwner = false }: { minutesAgo?: number; aal?: number; isOwner?: boolean } = {},
): Actor => ({
  ...NOBODY,
  staff: {
    ...{ userId: ID, sessionId: ID, email: 'mila@nexus.example', name: 'Mila', roleName: 'A role', refundLimit: null },
    ...{ permissions, aal, isOwner, authAt: new Date(Date.now() - minutesAgo * 60_000) },
  },
})
const shipped = Object.fromEntries(SHIPPED_ROLES.map(({ key, permissions }) => [key, working(permissions)]))

const CALLERS = {
  anonymous: NOBODY,
  'guest with a cart': { ...NOBODY, cartId: ID, guestCartId: ID },
  'visitor who voted': { ...NOBODY, visitorId: ID },
  'somebody whom a provider has just identified': { ...NOBODY, identity: IDENTITY },
  'program with every scope': { ...NOBODY, token: { id: ID, userId: ID, scopes: ALL_CUSTOMER_SCOPES } },
  'customer, signed in an hour ago': signedIn(60),
  'customer, signed in just now': signedIn(1),
  ...shipped,
  'owner, signed in an hour ago': working(PERMISSIONS, { minutesAgo: 60, isOwner: true }),
  'owner, signed in just now': working(PERMISSIONS, { isOwner: true }),
  'owner without a second factor': working(PERMISSIONS, { aal: 1, isOwner: true }),
} as Record<string, Actor>

type Caller = string

const EVERYBODY = Object.keys(CALLERS)
const CUSTOMERS: Caller[] = ['customer, signed in an hour ago', 'customer, signed in just now']
const PROVEN: Caller[] = ['customer, signed in just now']
const CART_OWNERS: Caller[] = ['guest with a cart', ...CUSTOMERS]
const IDENTIFIED: Caller[] = ['somebody whom a provider has just identified']
const VISITORS: Caller[] = ['visitor who voted']
const ROLES: Caller[] = SHIPPED_ROLES.map(({ key }) => key)
const RECENT_STAFF: Caller[] = [...ROLES, 'owner, signed in just now']
const STAFF: Caller[] = [...RECENT_STAFF, 'owner, signed in an hour ago']
/** Those who may set up a second factor: also who has none yet. */
const ENROLLING: Caller[] = [...RECENT_STAFF, 'owner without a second factor']
/** Those with `staff:write`, which no shipped role has, who proved a moment ago that it is them. */
const STAFF_WRITERS: Caller[] = ['owner, signed in just now']

/** Who is admitted to each operation, by name. */
const MATRIX: Record<string, readonly Caller[]> = {
  'cart.acceptPrices': CART_OWNERS,
  'cart.add': CART_OWNERS,
  'cart.changeQuantity': CART_OWNERS,
  'cart.join': CUSTOMERS,
  'cart.remove': CART_OWNERS,
  'cart.restore': CUSTOMERS,
  'checkout.fixLines': CART_OWNERS,
  'checkout.placeOrder': CART_OWNERS,
  'customers.addPasskey': PROVEN,
  'customers.changeEmail': PROVEN,
  'customers.changeHearts': CUSTOMERS,
  'customers.changePassword': CUSTOMERS, // asks for the current password itself
  'customers.claimOrder': CUSTOMERS,
  'customers.confirmByCode': EVERYBODY,
  'customers.confirmByLink': EVERYBODY,
  'customers.confirmClaim': EVERYBODY,
  'customers.confirmEmail': EVERYBODY,
  'customers.confirmPerson': CUSTOMERS,
  'customers.confirmTellMeWhen': EVERYBODY,
  'customers.confirmTotp': PROVEN,
  'customers.createApiToken': PROVEN,
  'customers.createWishlist': CUSTOMERS,
  'customers.delete': PROVEN,
  'customers.deleteAddress': CUSTOMERS,
  'customers.deleteWishlist': CUSTOMERS,
  'customers.disconnectProvider': PROVEN,
  'customers.downloadExport': CUSTOMERS,
  'customers.endOtherSessions': CUSTOMERS,
  'customers.endSession': CUSTOMERS,
  'customers.export': CUSTOMERS,
  'customers.finishProviderVisit': IDENTIFIED,
  'customers.finishSignIn': EVERYBODY,
  'customers.keepEmail': CUSTOMERS,
  'customers.moveSaved': CUSTOMERS,
  'customers.neverMind': CUSTOMERS,
  'customers.orderWishlist': CUSTOMERS,
  'customers.readPublicKeys': EVERYBODY,
  'customers.refreshTokens': EVERYBODY, // the token is the proof
  'customers.register': EVERYBODY,
  'customers.removePasskey': PROVEN,
  'customers.removeSaved': CUSTOMERS,
  'customers.removeTotp': PROVEN,
  'customers.rename': CUSTOMERS,
  'customers.renameWishlist': CUSTOMERS,
  'customers.renewRecoveryCodes': PROVEN,
  'customers.requestLink': EVERYBODY,
  'customers.resetPassword': EVERYBODY,
  'customers.restoreSaved': CUSTOMERS,
  'customers.restoreWishlist': CUSTOMERS,
  'customers.revokeApiToken': PROVEN,
  'customers.revokeTokens': EVERYBODY, // the token is the proof
  'customers.saveAddress': CUSTOMERS,
  'customers.setNotice': CUSTOMERS,
  'customers.shareWishlist': CUSTOMERS,
  'customers.signIn': EVERYBODY,
  'customers.signInApp': EVERYBODY,
  'customers.signInByLink': EVERYBODY,
  'customers.signInByPasskey': EVERYBODY,
  'customers.signOut': EVERYBODY,
  'customers.startConnecting': PROVEN,
  'customers.startPasskeyRegistration': PROVEN,
  'customers.startPasskeySignIn': EVERYBODY,
  'customers.startProviderSignIn': EVERYBODY,
  'customers.startTotp': PROVEN,
  'customers.switchMails': EVERYBODY, // the token of a mail is the proof
  'customers.tellMeWhen': EVERYBODY,
  'orders.again': CUSTOMERS,
  'orders.track': EVERYBODY,
  'reviews.delete': CUSTOMERS,
  'reviews.report': VISITORS,
  'reviews.vote': VISITORS,
  'reviews.write': EVERYBODY, // the order's id is the proof
  'staff.acceptInvitation': EVERYBODY,
  'staff.addPasskey': ENROLLING,
  'staff.changeMember': STAFF_WRITERS,
  'staff.changePassword': STAFF, // asks for the current password itself
  'staff.confirmPerson': [...STAFF, 'owner without a second factor'],
  'staff.confirmTotp': ENROLLING,
  'staff.deleteRole': STAFF_WRITERS,
  'staff.endOtherSessions': STAFF,
  'staff.endSession': STAFF,
  'staff.finishSignIn': EVERYBODY,
  'staff.invite': STAFF_WRITERS,
  'staff.removePasskey': RECENT_STAFF,
  'staff.removeTotp': RECENT_STAFF,
  'staff.renewRecoveryCodes': RECENT_STAFF,
  'staff.resetMember': STAFF_WRITERS,
  'staff.saveRole': STAFF_WRITERS,
  'staff.signIn': EVERYBODY,
  'staff.signInByPasskey': EVERYBODY,
  'staff.signOut': EVERYBODY,
  'staff.startPasskeyRegistration': ENROLLING,
  'staff.startTotp': ENROLLING,
  'staff.switchMember': STAFF_WRITERS,
  'staff.withdrawInvitation': STAFF_WRITERS,
  'withdrawals.prepare': EVERYBODY,
  'withdrawals.submit': EVERYBODY,
}

const FOLDER = import.meta.dirname
const modules = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'execute' in value && 'who' in value
const operations = (await Promise.all(modules.map((file) => import(path.join(FOLDER, file)))))
  .flatMap((exports: object) => Object.values(exports))
  .filter(isOperation)

describe('the matrix of operations and callers', () => {
  it('knows every operation, each by a name of its own', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(MATRIX).sort())
  })

  it.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const admitted = EVERYBODY.filter((caller) => operation.who.some((policy) => policy.admits(CALLERS[caller]!)))
    expect(admitted).toEqual(EVERYBODY.filter((caller) => MATRIX[name]?.includes(caller)))
  })

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s refuses others before it looks at the input',
    async (name, operation) => {
      for (const caller of EVERYBODY.filter((one) => !MATRIX[name]?.includes(one))) {
        const answer = await operation.execute(null, CALLERS[caller]!)
        expect(answer, caller).toMatchObject({ ok: false })
        expect(!answer.ok && answer.code, caller).not.toBe('invalid_input')
      }
    },
  )
})
