import { answerCartForm } from '@/lib/http/cart-form'

export const POST = (request: Request) => answerCartForm(request, 'remove')
