'use client'

import { Broken } from '@/components/layout/broken-client'

export default Broken
