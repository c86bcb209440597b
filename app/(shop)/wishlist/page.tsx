import type { Metadata } from 'next'
import { DeviceHearts } from '@/components/customers/hearts/device-hearts-client'

export const metadata: Metadata = { title: 'Saved on this device', robots: { index: false } }

export default function DeviceWishlist() {
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <h1 className="text-d2 pb-3">Saved on this device</h1>
      <DeviceHearts />
    </div>
  )
}
