'use client'

import { Broken } from '@/components/layout/page/broken-client'

export default Broken
