import { env } from '@/lib/env'

/** Returns the shop's public origin (`https://shop.example`), for absolute links. */
export const shopOrigin = (): string => env().NEXUS_URL
