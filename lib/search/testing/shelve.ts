import { ObjectId } from 'mongodb'
import { products } from '@/lib/db/mongo'

/** Inserts a lamp with this name and no stock; returns its id. */
export async function insertLamp(name: string): Promise<string> {
  const _id = new ObjectId()
  const now = new Date()
  await products().insertOne({
    _id,
    slug: `p-${_id}`,
    status: 'active',
    name,
    tagline: '',
    description: '',
    brand: 'Acme',
    category: 'home/lamps',
    images: [],
    specs: {},
    variants: [{ sku: String(_id).toUpperCase(), options: {}, price: 1000 }],
    rating: { average: 0, count: 0 },
    popularity: 0,
    createdAt: now,
    updatedAt: now,
  })
  return String(_id)
}
