import { changeQuantity } from '@/lib/actions/cart'
import { answerCartForm } from '@/lib/api/cart-form'

export const POST = (request: Request) => answerCartForm(request, changeQuantity)
