import { answerCartForm } from '@/lib/http/forms/cart'

export const POST = (request: Request) => answerCartForm(request, 'remove')
