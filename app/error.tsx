'use client'

import { BrokenShop } from '@/components/layout/broken-client'

export default BrokenShop
