import { importProducts } from '../catalog/product-import'
import { laptops } from './laptops'

// This process imports twelve batches of laptops, until it is done or killed.

console.log('started')
await importProducts(laptops(6_000), { actor: 'killed' })
console.log('done')
process.exit()
