import { env } from '@/lib/env'

/** Returns the shop's public address, such as `https://shop.example`: the base of every absolute link. */
export const shopOrigin = (): string => env().NEXUS_URL
