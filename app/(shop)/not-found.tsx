import { Missing } from '@/components/layout/page/missing'

export default Missing
