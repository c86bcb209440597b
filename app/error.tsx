'use client'

import { BrokenShop } from '@/components/layout/page/broken-client'

export default BrokenShop
