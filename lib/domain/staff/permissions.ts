/** Every permission of staff, as `noun:verb`. What is not in this list does not exist. */
export const PERMISSIONS = [
  'catalog:read',
  'catalog:write',
  'schemas:write',
  'imports:run',
  'prices:write',
  'stock:write',
  'orders:read',
  'orders:write',
  'orders:fulfil',
  'payments:book',
  'refunds:write',
  'customers:read',
  'customers:write',
  'customers:export',
  'reviews:moderate',
  'content:write',
  'reports:read',
  'settings:write',
  'jobs:write',
  'audit:read',
  'staff:write',
  'tokens:write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** What each permission allows, in words for staff. */
export const PERMISSION_WORDS: Record<Permission, string> = {
  'catalog:read': 'See products and stock',
  'catalog:write': 'Edit products, categories, pictures and collections',
  'schemas:write': 'Change the specs of a category',
  'imports:run': 'Import products',
  'prices:write': 'Change prices and deals',
  'stock:write': 'Book stock',
  'orders:read': 'See orders',
  'orders:write': 'Change and cancel orders',
  'orders:fulfil': 'Pack and ship orders',
  'payments:book': 'Book payments',
  'refunds:write': 'Refund money',
  'customers:read': 'See customers',
  'customers:write': 'Add notes to customers and block them',
  'customers:export': 'Export customers',
  'reviews:moderate': 'Keep or take down reviews',
  'content:write': 'Edit the home page and the help pages',
  'reports:read': 'See reports',
  'settings:write': 'Change taxes, delivery and the shop',
  'jobs:write': 'Retry and discard jobs, repair drift',
  'audit:read': 'Read the audit log',
  'staff:write': 'Invite people and change roles',
  'tokens:write': 'Make API tokens and webhooks',
}

/** Returns whether a text is a permission. */
export const isPermission = (text: string): text is Permission => PERMISSIONS.some((known) => known === text)

/** Returns the name of a permission's checkbox. Names of form fields have no colon. */
export const permissionField = (permission: Permission): string => `may-${permission.replace(':', '-')}`

const only = (...permissions: Permission[]): Permission[] => permissions
const allBut = (...left: Permission[]): Permission[] => PERMISSIONS.filter((one) => !left.includes(one))

/** A role that the shop starts with. */
export interface ShippedRole {
  key: string
  name: string
  permissions: Permission[]
  /** Highest refund at once, in minor units; null if there is no limit. */
  refundLimit: number | null
}

/** The roles that the shop starts with. The owner is no role: an owner holds every permission. */
export const SHIPPED_ROLES: readonly ShippedRole[] = [
  { key: 'manager', name: 'Manager', permissions: allBut('staff:write', 'tokens:write'), refundLimit: null },
  {
    key: 'catalogue',
    name: 'Catalogue',
    permissions: [
      ...only('catalog:read', 'catalog:write', 'schemas:write', 'imports:run', 'prices:write'),
      ...only('reviews:moderate', 'content:write', 'reports:read'),
    ],
    refundLimit: null,
  },
  {
    key: 'fulfilment',
    name: 'Fulfilment',
    permissions: only('catalog:read', 'stock:write', 'orders:read', 'orders:fulfil'),
    refundLimit: null,
  },
  {
    key: 'support',
    name: 'Support',
    permissions: [
      ...only('catalog:read', 'orders:read', 'orders:write', 'orders:fulfil', 'payments:book', 'refunds:write'),
      ...only('customers:read', 'customers:write', 'reviews:moderate'),
    ],
    refundLimit: 25_000,
  },
  {
    key: 'marketing',
    name: 'Marketing',
    permissions: only('catalog:read', 'prices:write', 'content:write', 'reports:read'),
    refundLimit: null,
  },
  {
    key: 'read-only',
    name: 'Read only',
    permissions: only('catalog:read', 'orders:read', 'reports:read'),
    refundLimit: null,
  },
]

/** The name that owners have in place of a role's. */
export const OWNER_NAME = 'Owner'
